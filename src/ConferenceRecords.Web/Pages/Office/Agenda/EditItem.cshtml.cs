using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Agenda;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

public sealed class EditItemModel(RecordsContext records) : ItemFormPage(records)
{
    /// <summary>What is stored now, when somebody else saved in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

    /// <summary>The content stands in an approved agenda or beside one: its group and numbers were sent out.</summary>
    public bool IsSent { get; private set; }

    /// <summary>What the change of the group would do to numbers that were sent out.</summary>
    public Renumbering? Asked { get; private set; }

    public async Task OnGetAsync(Guid itemId, CancellationToken cancel)
    {
        await LoadAsync(itemId, cancel);
        Input = await StoredAsync(itemId, cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid itemId, CancellationToken cancel)
    {
        // The address says which content it is, not the form.
        Input = Input with { Id = itemId };
        await LoadAsync(itemId, cancel);
        if (!Check()) return this.Refused();
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        var item = agenda.Order.All.Single(i => i.Id == itemId);
        Records.Entry(item).Property(i => i.Version).OriginalValue = Input.Version;
        var (group, numbers) = (item.CategoryId, agenda.Order.Numbers());
        if (!this.Try(() => agenda.Order.Change(item, Input.Facts()))) return this.Refused();
        if (item.CategoryId != group && IsSent && !Input.MovesGroup)
        {
            Asked = await Renumbering.OfAsync(Records, Session.Id, agenda.Order, numbers, cancel);
            ModelState.AddModelError("Input.MovesGroup", this.Text()["Nhóm của nội dung đổi. Đánh dấu “Chuyển sang nhóm khác” nếu đúng ý đồng chí, hoặc chọn lại nhóm cũ"]);
            return this.Refused();
        }
        switch (await this.SaveAsync(Records, cancel))
        {
            case SaveResult.Saved:
                await agenda.CommitAsync(cancel);
                this.Say(this.Text()["Đã lưu nội dung."]);
                return RedirectToPage("Item", new { itemId });
            case SaveResult.Stale:
                await ShowStoredAsync(itemId, cancel);
                break;
        }
        return this.Refused();
    }

    private async Task LoadAsync(Guid itemId, CancellationToken cancel)
    {
        await LoadListsAsync(cancel);
        IsSent = await Records.AgendaVersions.AnyAsync(v => v.SessionId == Session.Id, cancel) && await Records.AgendaItems.AnyAsync(i => i.Id == itemId && i.WithdrawnAt == null, cancel);
    }

    private async Task ShowStoredAsync(Guid itemId, CancellationToken cancel)
    {
        var (text, stored) = (this.Text(), await StoredAsync(itemId, cancel));
        Stored =
        [
            (text["Tên nội dung"], stored.Title),
            (text["Nhóm nội dung"], Categories.FirstOrDefault(c => c.Value == stored.CategoryId.ToString())?.Text),
            (text["Cơ quan chủ trì"], Agencies.FirstOrDefault(a => a.Value == stored.LeadAgencyId.ToString())?.Text),
            (text["Ghi chú của Văn phòng"], stored.Note),
            (text["Ghi chú về nguồn"], stored.SourceNote),
        ];
        Input = Input with { Version = stored.Version };
        ModelState.Remove("Input.Version");
    }

    private Task<ItemInput> StoredAsync(Guid itemId, CancellationToken cancel) => Records.AgendaItems.AsNoTracking().Where(i => i.Id == itemId)
        .Select(i => new ItemInput(i.Id, i.Version, i.Title, i.CategoryId, i.LeadAgencyId, i.MatterId, i.Note, i.SourceNote)).SingleAsync(cancel);
}

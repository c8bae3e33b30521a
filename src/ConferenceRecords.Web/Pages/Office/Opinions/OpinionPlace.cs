using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>Where an opinion belongs: its content with the permanent number, and the version that its paragraph is of.</summary>
public sealed record OpinionPlace(Guid? ItemId, int? Code, Guid? DraftVersionId);

/// <summary>Finds the places that a form names; what is not of the session is refused beside its field.</summary>
public static class OpinionPlaces
{
    public static async Task<OpinionPlace> PlaceAsync(
        this PageModel page, RecordsContext records, IQueryable<Draft> drafts, Guid sessionId, Guid? groupId, OpinionInput input, CancellationToken cancel)
    {
        Guid? itemId = input.ItemId == OpinionInput.WholeSession ? null : input.ItemId;
        var code = itemId is null ? null : await records.AgendaItems.Where(i => i.Id == itemId && i.SessionId == sessionId && i.WithdrawnAt == null).Select(i => (int?)i.Code).SingleOrDefaultAsync(cancel);
        if (itemId is not null && code is null) page.ModelState.AddModelError("Input.ItemId", page.Text()["Nội dung này không có trong chương trình hội nghị. Chọn lại nội dung"]);

        if (input.DelegateId is { } delegateId && !await records.Invited(sessionId, delegateId).AnyAsync(i => groupId == null || i.GroupId == groupId, cancel))
        {
            page.ModelState.AddModelError("Input.DelegateId", groupId is null
                ? page.Text()["Đại biểu này không được mời dự hội nghị. Chọn lại đại biểu, hoặc ghi tên vào ô người phát biểu khác"]
                : page.Text()["Đại biểu này không thuộc tổ. Chọn lại đại biểu, hoặc ghi tên vào ô người phát biểu khác"]);
        }

        if (input.ParagraphId is not { } paragraphId) return new(itemId, code, null);
        var version = await (
            from p in records.Paragraphs
            join v in records.DraftVersions on p.VersionId equals v.Id
            join d in drafts on v.DraftId equals d.Id
            join own in records.DraftsOf(itemId) on d.Id equals own.Id
            where p.Id == paragraphId
            select (Guid?)v.Id).SingleOrDefaultAsync(cancel);
        if (version is null) page.ModelState.AddModelError("Input.ParagraphId", page.Text()["Đoạn này không thuộc nội dung đã chọn. Chọn lại đoạn, hoặc để trống"]);
        return new(itemId, code, version);
    }

    /// <summary>Whether a delegate is invited to a session now.</summary>
    public static Task<bool> IsInvitedAsync(this RecordsContext records, Guid sessionId, Guid delegateId, CancellationToken cancel) =>
        records.Invited(sessionId, delegateId).AnyAsync(cancel);

    private static IQueryable<Invitation> Invited(this RecordsContext records, Guid sessionId, Guid delegateId) =>
        records.Invitations.Where(i => i.SessionId == sessionId && i.DelegateId == delegateId && i.RevokedAt == null);
}

using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

/// <summary>What creating and editing a session share: the facts and the numbers that the documents state.</summary>
public abstract class SessionFormPage(RecordsContext records) : PageModel
{
    protected RecordsContext Records { get; } = records;

    [BindProperty] public SessionInput Input { get; set; } = SessionInput.Empty;

    public IReadOnlyList<GroupName> Groups { get; private set; } = [];

    /// <summary>Loads the groups and brings the stated numbers of the form into their order.</summary>
    protected async Task LoadGroupsAsync(CancellationToken cancel)
    {
        Groups = await Records.AgendaCategories.OrderBy(c => c.Position).Select(c => new GroupName(c.Id, c.Name)).ToListAsync(cancel);
        Input = Input with { Stated = [.. Groups.Select(g => new StatedInput(g.Id, Input.Stated.Find(s => s.CategoryId == g.Id)?.Value))] };
    }

    public sealed record GroupName(Guid Id, string Name);
}

public sealed record StatedInput(Guid CategoryId, string? Value);

public sealed record SessionInput(
    Guid Id, uint Version, Guid? BodyId, Guid? TermId, string? Title, string? Ordinal, SessionKind Kind, string? TimeNote, string? Chair,
    string? StatedItems, string? StatedQualifier, string? StatedOpinions, List<StatedInput> Stated)
{
    public static SessionInput Empty => new(Guid.CreateVersion7(), 0, null, null, null, null, SessionKind.Regular, null, null, null, null, null, []);

    public List<StatedInput> Stated { get; init; } = Stated ?? [];

    /// <summary>The facts of input that passed the rules.</summary>
    public SessionFacts Facts() => new(
        VietnameseText.CleanLine(Title!), Domain.Text.Ordinal.TryParse(Ordinal, out var ordinal) ? ordinal : null, Kind, TextRules.ToLine(TimeNote), TextRules.ToLine(Chair),
        TextRules.ToCount(StatedItems), TextRules.ToCount(StatedOpinions), TextRules.ToLine(StatedQualifier));

    public sealed class Validator : AbstractValidator<SessionInput>
    {
        public Validator(bool isNew)
        {
            if (isNew)
            {
                RuleFor(x => x.BodyId).NotNull().WithMessage("Chọn cơ quan họp");
                RuleFor(x => x.TermId).NotNull().WithMessage("Chọn nhiệm kỳ");
            }
            RuleFor(x => x.Title).Text(1000, "Nhập tên hội nghị", "Tên hội nghị dài quá 1.000 ký tự. Hãy rút gọn");
            RuleFor(x => x.Ordinal).Must(text => string.IsNullOrWhiteSpace(text) || Domain.Text.Ordinal.TryParse(text, out _)).WithMessage("Nhập số thứ tự, ví dụ 12");
            RuleFor(x => x.TimeNote).OptionalText(300, "Thời gian dài quá 300 ký tự. Hãy rút gọn");
            RuleFor(x => x.Chair).OptionalText(300, "Tên người chủ trì dài quá 300 ký tự. Hãy rút gọn");
            RuleFor(x => x.StatedItems).OptionalCount();
            RuleFor(x => x.StatedOpinions).OptionalCount();
            RuleFor(x => x.StatedQualifier).OptionalText(50, "Từ chỉ mức dài quá 50 ký tự. Hãy rút gọn");
            RuleForEach(x => x.Stated).ChildRules(stated => stated.RuleFor(s => s.Value).OptionalCount());
        }
    }
}

using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>To whom ticked opinions are assigned, and until when.</summary>
/// <param name="Agency">Key of an agency, <see cref="Lead"/> or <see cref="Nobody"/>.</param>
/// <param name="DueOn">Last day.</param>
public sealed record AssignInput(string? Agency, string? DueOn)
{
    /// <summary>To each opinion the lead agency of its content.</summary>
    public const string Lead = "chu-tri";

    /// <summary>Back from the agency.</summary>
    public const string Nobody = "khong";

    public sealed class Validator : AbstractValidator<AssignInput>
    {
        public Validator()
        {
            RuleFor(x => x.Agency).NotEmpty().WithMessage("Chọn cơ quan để giao");
            RuleFor(x => x.DueOn).OptionalDate();
        }
    }
}

/// <summary>Assigns opinions of a session; those that have their end stay as they are.</summary>
internal static class Assignment
{
    public static async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(RecordsContext records, IStringLocalizer<SharedText> text, CancellationToken cancel) =>
    [
        new(text["Cơ quan chủ trì nội dung"], AssignInput.Lead), new(text["Thu hồi, không giao"], AssignInput.Nobody),
        .. (await records.Agencies.AsNoTracking().Where(a => !a.IsClass).Select(a => new { a.Id, a.Name }).ToListAsync(cancel)).OrderBy(a => a.Name, VietnameseOrder.Comparer).Select(a => new SelectListItem(a.Name, a.Id.ToString())),
    ];

    /// <summary>Assigns; null when the agency is none. The agencies are those that have something to answer now.</summary>
    public static async Task<(int Count, int WithoutLead, IReadOnlySet<Guid> Agencies)?> AssignAsync(RecordsContext records, Guid sessionId, IReadOnlySet<Guid> ids, AssignInput input, DateTimeOffset now, CancellationToken cancel)
    {
        Guid? named = Guid.TryParse(input.Agency, out var key) ? key : null;
        if (named is null && input.Agency is not (AssignInput.Lead or AssignInput.Nobody)) return null;
        if (named is not null && !await records.Agencies.AnyAsync(a => a.Id == named && !a.IsClass, cancel)) return null;
        var opinions = await (
            from o in records.LeadOpinions().AsNoTracking()
            join i in records.AgendaItems on o.ItemId equals i.Id into items
            from i in items.DefaultIfEmpty()
            where o.SessionId == sessionId && ids.Contains(o.Id)
            select new { o.Id, LeadAgencyId = (Guid?)i.LeadAgencyId }).ToListAsync(cancel);
        var responses = await records.Responses.Where(r => ids.Contains(r.OpinionId)).ToDictionaryAsync(r => r.OpinionId, cancel);
        var (count, withoutLead, agencies) = (0, 0, new HashSet<Guid>());
        foreach (var opinion in opinions.Where(o => responses.GetValueOrDefault(o.Id)?.ConfirmedAt is null))
        {
            var agency = input.Agency == AssignInput.Lead ? opinion.LeadAgencyId : named;
            if (agency is null && input.Agency == AssignInput.Lead)
            {
                withoutLead++;
                continue;
            }
            if (!responses.TryGetValue(opinion.Id, out var response)) records.Add(response = new Response(opinion.Id));
            response.Assign(agency, agency is null ? null : TextRules.ToDate(input.DueOn), now);
            if (agency is { } asked && response.Disposition is null) agencies.Add(asked);
            count++;
        }
        return (count, withoutLead, agencies);
    }
}

/// <summary>A ticked row: the key of the opinion with the version of its response that the person saw.</summary>
internal static class OpinionTick
{
    public static string Of(ResponseRow row) => $"{row.Opinion.Lead.Id:N}.{row.Response?.Version ?? 0}";

    public static Dictionary<Guid, uint> ReadAll(IEnumerable<string> ticks) => Groups.OpinionMark.ReadAll(ticks);

    public static HashSet<Guid> Keys(IEnumerable<string> ticks) => [.. ReadAll(ticks).Keys];
}

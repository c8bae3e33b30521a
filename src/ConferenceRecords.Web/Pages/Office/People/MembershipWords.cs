using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>Words for memberships and their time.</summary>
public static class MembershipWords
{
    /// <summary>"Ban Chấp hành Đảng bộ tỉnh, khóa XX, nhiệm kỳ 2020-2025".</summary>
    public static string Of(this IStringLocalizer<SharedText> text, Membership membership) =>
        $"{membership.Body}, {text["khóa {0}, nhiệm kỳ {1}-{2}", membership.TermLabel, membership.TermStart, membership.TermEnd]}";

    /// <summary>Entries of a list.</summary>
    public static IEnumerable<SelectListItem> Choices(this IStringLocalizer<SharedText> text, IEnumerable<Membership> memberships) =>
        memberships.Select(m => new SelectListItem(text.Of(m), m.Key));

    /// <summary>The time of a post: "từ 05/2020 đến nay".</summary>
    public static string Time(this IStringLocalizer<SharedText> text, DateOnly? since, DateOnly? until) => (since, until) switch
    {
        (null, null) => text["chưa ghi thời gian"],
        ({ } from, null) => text["từ {0} đến nay", PostDate.Write(from, isLast: false)],
        (null, { } to) => text["đến {0}", PostDate.Write(to, isLast: true)],
        ({ } from, { } to) => text["từ {0} đến {1}", PostDate.Write(from, isLast: false), PostDate.Write(to, isLast: true)],
    };
}

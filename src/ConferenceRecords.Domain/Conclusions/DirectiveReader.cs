using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Committees;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>What a clause would be as a directive, as its words say it. A proposal: nothing of it is taken before a person has looked at it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Addressee">To whom it is said; null where nobody is named.</param>
/// <param name="LeadAgencyId">The agency in the lead.</param>
/// <param name="CooperatingAgencyIds">The agencies that take part.</param>
/// <param name="Deadline">The deadline; null where none is said.</param>
/// <param name="IsLikely">Whether its words ask somebody to do something.</param>
public sealed record ProposedDirective(
    Clause Clause, string Text, string? Addressee, Guid? LeadAgencyId, IReadOnlyList<Guid> CooperatingAgencyIds, SaidDeadline? Deadline, bool IsLikely);

/// <summary>Reads proposals for directives from the clauses of a closing text. An entry of a list is said to whom the sentence before it names, and until when it says.</summary>
public static partial class DirectiveReader
{
    /// <summary>Reads them.</summary>
    /// <param name="clauses">The clauses of a text.</param>
    /// <param name="agencies">The agencies and classes of the portal.</param>
    /// <returns>One proposal for each clause.</returns>
    public static IReadOnlyList<ProposedDirective> Read(IReadOnlyList<Clause> clauses, IReadOnlyList<Agency> agencies)
    {
        ArgumentNullException.ThrowIfNull(clauses);
        ArgumentNullException.ThrowIfNull(agencies);
        var proposals = new List<ProposedDirective>(clauses.Count);
        foreach (var clause in clauses)
        {
            var own = Read(clause, agencies);
            if (proposals is [.., var before] && before.Clause.Paragraph == clause.Paragraph && before.Clause.IsContinued)
            {
                own = own with { Deadline = own.Deadline ?? before.Deadline, IsLikely = own.IsLikely || before.IsLikely };
                if (own.Addressee is null) own = own with { Addressee = before.Addressee, LeadAgencyId = before.LeadAgencyId, CooperatingAgencyIds = before.CooperatingAgencyIds };
            }
            proposals.Add(own);
        }
        return proposals;
    }

    private static ProposedDirective Read(Clause clause, IReadOnlyList<Agency> agencies)
    {
        var words = clause.Text[(clause.Marker?.Length ?? 0)..].Trim();
        var asked = Asked().Match(words);
        var said = asked.Success ? asked.Groups["act"].Value : words;
        var (lead, cooperating, addressed) = Parts(NamedAgencies.Key(asked.Success ? words[asked.Groups["to"].Index..] : words), agencies);
        var addressee = addressed.Count > 0 ? string.Join(", ", addressed.Select(a => a.Name)) : asked.Success ? asked.Groups["to"].Value.Trim(' ', ',') : null;
        return new(clause, Sentence(said), addressee, lead?.Id, [.. cooperating.Select(a => a.Id)], SaidDeadline.In(clause.Text), asked.Success || lead is not null || Act().IsMatch(Sentence(words)));
    }

    /// <summary>Who leads, who takes part, and to whom it is said: before "phối hợp" and what follows it stand those who act.</summary>
    private static (Agency? Lead, List<Agency> Cooperating, List<Agency> Addressed) Parts(string key, IReadOnlyList<Agency> agencies)
    {
        var all = agencies.In(key);
        var named = all.DistinctBy(n => n.Agency.Id).ToList();

        // "Ban Tổ chức" holds no verb.
        key = all.Aggregate(key, (rest, n) => string.Concat(rest.AsSpan(0, n.At), new string('\u0001', n.End - n.At), rest.AsSpan(n.End)));
        var with = key.IndexOf("phối hợp", StringComparison.Ordinal) is var at and >= 0 ? at : key.Length;
        var verb = KeyAct().Match(key) is { Success: true } act ? act.Index : key.Length;

        // An agency that is only spoken of stands behind the first verb ("trình Hội đồng nhân dân tỉnh") or behind a word that leads to it ("trước khi Ủy ban nhân dân tỉnh"), and is asked nothing.
        var leads = named.FindAll(n => key.AsSpan(n.End).TrimStart().StartsWith("chủ trì", StringComparison.Ordinal) || key.AsSpan(0, n.At).TrimEnd(" :").EndsWith("chủ trì", StringComparison.Ordinal));
        var cooperating = named.FindAll(n => n.At > with && !leads.Contains(n) && IsInList(key, with, n));
        var addressed = named.FindAll(n => leads.Contains(n) || (n.At < Math.Min(with, verb) && !cooperating.Contains(n) && !IsSpokenOf(key[..n.At])));
        var lead = leads.Concat(addressed).FirstOrDefault(n => !n.Agency.IsClass)?.Agency;
        return (lead, cooperating.ConvertAll(n => n.Agency), addressed.ConvertAll(n => n.Agency));
    }

    private static bool IsSpokenOf(string before) => before.Split([' ', '\u0001'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault(word => word is not ("các" or "đồng" or "chí"))
        is "khi" or "của" or "với" or "theo" or "tại" or "từ" or "về" or "ở" or "như" or "bởi" or "trong";

    /// <summary>Whether nothing but other names and "với", "và", "cùng" stands between "phối hợp" and a name; names are blanked in the key.</summary>
    private static bool IsInList(string key, int with, NamedAgency last) => key[(with + "phối hợp".Length)..last.At].Split([' ', '\u0001'], StringSplitOptions.RemoveEmptyEntries)
        .All(word => word is "với" or "và" or "cùng" or "các" or "chặt" or "chẽ" or "đồng" or "chí");

    /// <summary>The words as a sentence of their own: a capital at the beginning, no mark of the list at the end.</summary>
    private static string Sentence(string words)
    {
        var text = words.Trim().Trim('"', '“', '”', '«', '»').TrimEnd(' ', ';', ':', '.', '/', ',');
        return text.Length == 0 ? words : string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
    }

    private const string Acts =
        "chủ trì|phối hợp|tiếp thu|tiếp tục|thực hiện|triển khai|tập trung|tăng cường|khẩn trương|sớm|xây dựng|rà soát|hoàn thiện|hoàn thành|hoàn chỉnh|nghiên cứu|chuẩn bị|tổ chức|đẩy mạnh|báo cáo|quán triệt|làm tốt|phải|cần|có trách nhiệm|bảo đảm|đảm bảo|chủ động|kịp thời|căn cứ|nghiêm túc|đôn đốc|kiểm tra|theo dõi|trình|ban hành|đổi mới|nâng cao|củng cố|phấn đấu|khắc phục|giải quyết|tham mưu cho|tổng hợp|nhanh chóng";

    /// <summary>"yêu cầu ... thực hiện ...": the verb is written small, so that "Ban Tổ chức" holds none.</summary>
    [GeneratedRegex(@"(?<!\w)(?:[Yy]êu cầu(?! đặt ra| của| về| này| đó)|(?<!bàn )[Gg]iao(?: cho)?(?! thông| dịch| lưu| ban| đất)|[Đđ]ề nghị|[Pp]hân công)\s+(?<to>[^;:.]{2,300}?),?\s+(?<act>(?:" + Acts + @")(?!\w).*)$", RegexOptions.Singleline)]
    private static partial Regex Asked();

    [GeneratedRegex("^(?:" + Acts + @")(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Act();

    [GeneratedRegex(@"(?<!\w)(?:" + Acts + @")(?!\w)")]
    private static partial Regex KeyAct();
}

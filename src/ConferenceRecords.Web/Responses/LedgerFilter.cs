using ConferenceRecords.Data.Queries;

namespace ConferenceRecords.Web.Responses;

/// <summary>What of the ledger is shown, as the address says it.</summary>
/// <param name="Item">Key of a content, or <see cref="WholeSession"/>; null for all.</param>
/// <param name="Agency">The agency that was asked; null for all.</param>
/// <param name="State">A key of <see cref="States"/>, or <see cref="Alarm"/> or <see cref="Left"/>; null for all.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record LedgerFilter(string? Item = null, Guid? Agency = null, string? State = null, int Page = 1)
{
    public const string WholeSession = "chung";
    public const string Alarm = "canh-bao";
    public const string Left = "con-lai";

    public static readonly IReadOnlyList<(string Key, ResponseState State)> States =
        [("chua-giao", ResponseState.Waiting), ("cho-co-quan", ResponseState.Assigned), ("cho-xac-nhan", ResponseState.Answered), ("da-xu-ly", ResponseState.Confirmed)];

    public static LedgerFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string? Text(string key) => query[key].ToString() is { Length: > 0 and <= 40 } text ? text : null;
        return new(Text("noi-dung"), Guid.TryParse(Text("co-quan"), out var agency) ? agency : null, Text("trang-thai"), int.TryParse(Text("trang"), out var page) ? Math.Max(1, page) : 1);
    }

    /// <summary>The address's query; empty without a filter.</summary>
    public string Query => QueryString.Create(
        new Dictionary<string, string?> { ["noi-dung"] = Item, ["co-quan"] = Agency?.ToString(), ["trang-thai"] = State, ["trang"] = Page > 1 ? $"{Page}" : null }.Where(p => p.Value is not null)).ToUriComponent();

    public bool Admits(ResponseRow row, IReadOnlySet<Guid> alarms)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(alarms);
        return (Item is null || (row.Item?.Id.ToString() ?? WholeSession) == Item)
            && (Agency is null || row.Response?.AgencyId == Agency)
            && State switch
            {
                null => true,
                Alarm => alarms.Contains(row.Opinion.Lead.Id),
                Left => row.State != ResponseState.Confirmed,
                _ => States.Any(s => s.Key == State && s.State == row.State),
            };
    }
}

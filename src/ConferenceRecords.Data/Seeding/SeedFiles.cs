using System.Text.Json;
using System.Text.Json.Serialization;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;

namespace ConferenceRecords.Data.Seeding;

/// <summary>The files of <c>seeds/</c>; their shape is described by the schemas in <c>seeds/schema</c>.</summary>
internal sealed record SeedFiles(
    CommitteeFile Committee, SessionFile Session, IndicatorsFile Indicators, ConclusionFile Conclusion, DraftsFile Drafts, OpinionsFile Opinions, ResponsesFile Responses, TasksFile Tasks,
    PeopleFile People)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<SeedFiles> ReadAsync(string folder, CancellationToken cancel) => new(
        await ReadAsync<CommitteeFile>(folder, "committee", cancel), await ReadAsync<SessionFile>(folder, "conference-12", cancel),
        await ReadAsync<IndicatorsFile>(folder, "indicators", cancel), await ReadAsync<ConclusionFile>(folder, "conclusion", cancel),
        await ReadAsync<DraftsFile>(folder, "drafts", cancel), await ReadAsync<OpinionsFile>(folder, "opinions", cancel),
        await ReadAsync<ResponsesFile>(folder, "responses", cancel), await ReadAsync<TasksFile>(folder, "tasks", cancel), await ReadAsync<PeopleFile>(folder, "people", cancel));

    private static async Task<T> ReadAsync<T>(string folder, string name, CancellationToken cancel)
    {
        await using var file = File.OpenRead(Path.Combine(folder, name + ".json"));
        return await JsonSerializer.DeserializeAsync<T>(file, Format, cancel) ?? throw new JsonException($"{name}.json is empty");
    }
}

internal sealed record CommitteeFile(SeedCommittee Committee, SeedTerm Term, SeedBody[] Bodies, SeedAgency[] Agencies);

internal sealed record SeedCommittee(string Key, string Name, string Province, DateOnly? ValidFrom, DateOnly? ValidTo, string? IssuerName, string? IssuerCode);

internal sealed record SeedTerm(string Key, string Roman, int StartYear, int EndYear);

internal sealed record SeedBody(string Key, string Name, string Slug);

internal sealed record SeedAgency(string Key, string Name, string ShortName, bool IsClass, string? Class);

internal sealed record SessionFile(SeedSession Session, SeedCategory[] Categories, SeedCounts StatedCounts, SeedOpinionCount StatedOpinions, SeedItem[] AgendaItems);

internal sealed record SeedSession(string Key, string Body, string Term, int Ordinal, SessionKind Kind, string Title, string Slug, string? HeldNote, string? ChairTitle);

internal sealed record SeedCategory(string Key, string Name, string ShortName, int Order);

internal sealed record SeedCounts(int Total, SeedCategoryCount[] PerCategory);

internal sealed record SeedCategoryCount(string Category, int? Stated);

internal sealed record SeedOpinionCount(int Value, string? Qualifier);

internal sealed record SeedItem(string Key, int Code, string Category, string Title, string? LeadAgency, string MatterTitle, bool Illustrative, string? Note);

internal sealed record IndicatorsFile(SeedIndicator[] Indicators);

internal sealed record SeedIndicator(string Key, string Name, decimal Value, string Unit, string? Qualifier, string? Direction, string? Base, string Period, int Order);

internal sealed record ConclusionFile(string Key, string Title, string? Symbol, DateOnly? IssuedOn, string? SignerTitle, string? WordingNote, string[] Paragraphs, SeedDirective[] Directives);

internal sealed record SeedDirective(string Key, int Number, string? Addressee, string Text, string? Period, int? Paragraph);

internal sealed record DraftsFile(SeedDraft[] Drafts);

internal sealed record SeedDraft(string Key, string Item, string Title, bool Illustrative, SeedDraftVersion[] Versions);

internal sealed record SeedDraftVersion(int Number, string? Note, string[] Paragraphs);

internal sealed record OpinionsFile(SeedOpinion[] Opinions);

internal sealed record SeedOpinion(
    string Key, int? Item, int Sequence, string Delegate, OpinionKind Kind, OpinionChannel Channel, SeedPlace? Paragraph, string Text, bool Illustrative);

internal sealed record SeedPlace(string Draft, int Version, int Number);

internal sealed record PeopleFile(SeedAccount[] Accounts, SeedDelegate[] Delegates, SeedInvitation[] Invitations);

internal sealed record SeedAccount(string Key, string UserName, string DisplayName, PortalRole[] Roles, string? Delegate, string? Agency);

internal sealed record SeedDelegate(string Key, string FullName, string? Position, string? Unit, bool BodyMember);

internal sealed record SeedInvitation(string Key, string Delegate);

using System.Text.Json.Serialization;

namespace ConferenceRecords.Web.OpenData.OParl;

/// <summary>
/// The objects of OParl 1.1 that the portal knows. What there is nothing to say about is null and is left out. An object that is gone keeps its address, type and times and says so.
/// </summary>
internal record OParlObject(string Id, string Type, DateTimeOffset? Created, DateTimeOffset? Modified)
{
    public const string Schema = "https://schema.oparl.org/1.1/";

    public string? Web { get; init; }

    public bool? Deleted { get; init; }

    public static string TypeOf(string name) => Schema + name;
}

internal sealed record OParlSystem(string Id, string Body, string Name, string Website, DateTimeOffset? Created, DateTimeOffset? Modified) : OParlObject(Id, TypeOf("System"), Created, Modified)
{
    public string OparlVersion { get; } = Schema;
}

internal sealed record OParlBody(
    string Id, string System, string Name, string Organization, string Person, string Meeting, string Paper, IReadOnlyList<OParlTerm> LegislativeTerm, string LegislativeTermList, string AgendaItem,
    string File, string LocationList, DateTimeOffset? Created, DateTimeOffset? Modified)
    : OParlObject(Id, TypeOf("Body"), Created, Modified);

internal sealed record OParlOrganization(string Id, string Body, string Name, DateTimeOffset? Created, DateTimeOffset? Modified) : OParlObject(Id, TypeOf("Organization"), Created, Modified);

internal sealed record OParlTerm(string Id, string Body, string Name, DateTimeOffset? Created, DateTimeOffset? Modified) : OParlObject(Id, TypeOf("LegislativeTerm"), Created, Modified);

internal sealed record OParlLocation(string Id, string Description, IReadOnlyList<string> Meetings, DateTimeOffset? Created, DateTimeOffset? Modified)
    : OParlObject(Id, TypeOf("Location"), Created, Modified);

internal sealed record OParlMeeting(
    string Id, string Name, DateTimeOffset? Start, DateTimeOffset? End, OParlLocation? Location, IReadOnlyList<string> Organization, OParlFile? ResultsProtocol, IReadOnlyList<OParlFile>? AuxiliaryFile,
    IReadOnlyList<OParlAgendaItem>? AgendaItem, DateTimeOffset? Created, DateTimeOffset? Modified)
    : OParlObject(Id, TypeOf("Meeting"), Created, Modified);

internal sealed record OParlAgendaItem(
    string Id, string Meeting, string Number, int Order, string Name, IReadOnlyList<OParlFile>? AuxiliaryFile, DateTimeOffset? Created, DateTimeOffset? Modified)
    : OParlObject(Id, TypeOf("AgendaItem"), Created, Modified)
{
    public bool Public { get; } = true;
}

internal sealed record OParlPaper(
    string Id, string Body, string Name, string? Reference, DateOnly? Date, string PaperType, OParlFile MainFile, IReadOnlyList<OParlFile>? AuxiliaryFile, IReadOnlyList<string> UnderDirectionOf,
    DateTimeOffset? Created, DateTimeOffset? Modified)
    : OParlObject(Id, TypeOf("Paper"), Created, Modified);

internal sealed record OParlFile(
    string Id, string Name, string MimeType, string AccessUrl, IReadOnlyList<string>? Paper, DateTimeOffset? Created, DateTimeOffset? Modified)
    : OParlObject(Id, TypeOf("File"), Created, Modified)
{
    public string? FileName { get; init; }

    public int? Size { get; init; }

    public string? DownloadUrl { get; init; }

    public IReadOnlyList<string>? Meeting { get; init; }

    public IReadOnlyList<string>? AgendaItem { get; init; }
}

/// <summary>A part of a list. The filters of the request are in the addresses of the next part.</summary>
internal sealed record OParlList(IReadOnlyList<object> Data, OParlPagination Pagination, OParlLinks Links);

internal sealed record OParlPagination([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int ElementsPerPage);

internal sealed record OParlLinks(string Self, string First, string? Next);

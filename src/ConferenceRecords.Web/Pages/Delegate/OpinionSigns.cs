using ConferenceRecords.Data.Queries;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>Colour and place of an opinion, the same on every page.</summary>
internal static class OpinionSigns
{
    public static string State(this DelegateOpinion opinion) => opinion switch
    {
        { WithdrawnAt: not null } => "todo",
        { IsSent: true } => "done",
        _ => "doing",
    };

    public static string Address(this DraftPlace place) =>
        $"~/dai-bieu/du-thao/{place.DraftId}?ban={place.Ordinal}{(place.Number is null ? "" : $"#doan-{place.Number}")}";
}

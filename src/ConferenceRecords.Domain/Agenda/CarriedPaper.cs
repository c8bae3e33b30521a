namespace ConferenceRecords.Domain.Agenda;

/// <summary>A paper that a content takes over from the postponed content it continues. Papers added later belong to the new content alone.</summary>
public sealed class CarriedPaper
{
    private CarriedPaper() { }

    /// <summary>Takes a paper over.</summary>
    /// <param name="itemId">The content that takes the matter up again.</param>
    /// <param name="draftId">The paper.</param>
    public CarriedPaper(Guid itemId, Guid draftId) => (ItemId, DraftId) = (itemId, draftId);

    /// <summary>The content that takes the matter up again.</summary>
    public Guid ItemId { get; private init; }

    /// <summary>The paper.</summary>
    public Guid DraftId { get; private init; }
}

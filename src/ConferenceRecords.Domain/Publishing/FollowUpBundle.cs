namespace ConferenceRecords.Domain.Publishing;

/// <summary>How a task stands.</summary>
public enum FollowUpStatus
{
    /// <summary>Đang thực hiện, trong hạn.</summary>
    OngoingInTime,

    /// <summary>Đang thực hiện, quá hạn.</summary>
    OngoingLate,

    /// <summary>Hoàn thành trong hạn.</summary>
    DoneInTime,

    /// <summary>Hoàn thành quá hạn.</summary>
    DoneLate,
}

/// <summary>An edition of the report on how directives are carried out.</summary>
/// <param name="SessionId">Key of the session whose conclusion gave them.</param>
/// <param name="Slug">Permanent part of the address.</param>
/// <param name="Edition">Number of the edition, from 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Session">The session.</param>
/// <param name="AsOf">The day for which the statuses hold.</param>
/// <param name="Introduction">What has to be said before; null without.</param>
/// <param name="Tasks">The tasks that the committee makes public, numbered from 1 without gaps.</param>
public sealed record FollowUpBundle(
    Guid SessionId, string Slug, int Edition, DateTimeOffset PublishedAt, PublicSession Session, DateOnly AsOf, string? Introduction, IReadOnlyList<PublicTask> Tasks)
    : EditionBundle(SessionId, Slug, Edition, PublishedAt, Session);

/// <summary>A task.</summary>
/// <param name="Number">Number within the edition.</param>
/// <param name="DirectiveNumber">Directive of the public conclusion it comes from; null where that is not public.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="LeadAgency">Agency in the lead.</param>
/// <param name="CooperatingAgencies">Agencies that take part.</param>
/// <param name="Product">What comes of it.</param>
/// <param name="DeadlineNote">Deadline as said.</param>
/// <param name="FirstDueOn">The first deadline as a day.</param>
/// <param name="DueOn">The deadline that holds.</param>
/// <param name="DoneOn">When it was done; null while it is not.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Report">What the last report says; null without.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
public sealed record PublicTask(
    int Number, int? DirectiveNumber, string Text, string? LeadAgency, IReadOnlyList<string> CooperatingAgencies, string? Product, string? DeadlineNote,
    DateOnly? FirstDueOn, DateOnly? DueOn, DateOnly? DoneOn, FollowUpStatus Status, string? Report, bool IsIllustrative);

namespace ConferenceRecords.Domain.Publishing;

/// <summary>What stays public of editions that were withdrawn: that they were there, when they went, and why.</summary>
/// <param name="SessionId">Key of the session.</param>
/// <param name="Slug">Permanent part of the address.</param>
/// <param name="Kind">What was withdrawn.</param>
/// <param name="Through">Number of the last edition that was withdrawn; all before it were too.</param>
/// <param name="WithdrawnAt">When.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawalNotice(Guid SessionId, string Slug, ReleaseKind Kind, int Through, DateTimeOffset WithdrawnAt, string Reason);

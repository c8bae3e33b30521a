namespace ConferenceRecords.Data.Mails;

/// <summary>What a mail is about. Its words are made when it is sent; none of them is a title, a text or an opinion.</summary>
public enum MailKind
{
    /// <summary>A draft waits for opinions.</summary>
    DraftSent,

    /// <summary>A draft has a new version.</summary>
    NewVersion,

    /// <summary>The deadline for opinions on a draft is near.</summary>
    OpinionReminder,

    /// <summary>Opinions wait for the agency's answer.</summary>
    Assigned,

    /// <summary>The deadline for the agency's answers is near.</summary>
    AnswerReminder,

    /// <summary>The Office sent an answer back.</summary>
    AnswerReturned,

    /// <summary>The delegate's opinions were answered.</summary>
    OpinionAnswered,

    /// <summary>The deadline of the agency's tasks is near, or was yesterday.</summary>
    TaskReminder,

    /// <summary>An administrator tries the settings.</summary>
    Test,
}

/// <summary>A mail on its way, written in the transaction of what it tells of and sent afterwards. To whom it goes is read when it is sent: an address that changed meanwhile is the new one.</summary>
public sealed class Mail
{
    /// <summary>Key; also the message's own, so that a mail that was sent twice can be told.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is about.</summary>
    public required MailKind Kind { get; init; }

    /// <summary>The account that gets it.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The record that it is about, by <see cref="Kind"/>: a draft, a version, an agency, or the account itself.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The deadline of which it reminds, or the moment at which what it collects goes: two that fall together are one. Null for the others.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Days before the deadline: 3 or 1, and -1 on the day after it; null where it reminds of none.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it may be tried next.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Stable code of what went wrong last; never a text of the server.</summary>
    public string? Problem { get; set; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it was given up: no address, no longer wanted, or too many attempts.</summary>
    public DateTimeOffset? GivenUpAt { get; set; }
}

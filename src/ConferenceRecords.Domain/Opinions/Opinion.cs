using System.Globalization;

namespace ConferenceRecords.Domain.Opinions;

/// <summary>What an opinion asks for.</summary>
public enum OpinionKind
{
    /// <summary>Nhất trí.</summary>
    Agree,

    /// <summary>Đề nghị sửa.</summary>
    Amend,

    /// <summary>Bổ sung.</summary>
    Add,

    /// <summary>Bỏ.</summary>
    Remove,

    /// <summary>Làm rõ.</summary>
    Clarify,

    /// <summary>Số liệu.</summary>
    Figures,
}

/// <summary>The way on which an opinion reached the office.</summary>
public enum OpinionChannel
{
    /// <summary>Hội trường.</summary>
    Plenary,

    /// <summary>Tổ thảo luận.</summary>
    Group,

    /// <summary>Phiếu.</summary>
    Ballot,

    /// <summary>Văn bản.</summary>
    Written,

    /// <summary>Sent by the delegate in the portal.</summary>
    Portal,
}

/// <summary>Readable number of an opinion: <c>YK-12/XX-07-003</c> is the third on content 7 of session 12, term XX.</summary>
public static class OpinionNumber
{
    /// <summary>Writes a number.</summary>
    /// <param name="sessionOrdinal">Ordinal of the session; null is written 0.</param>
    /// <param name="termLabel">Label of the term.</param>
    /// <param name="itemCode">Permanent number of the content; null (the session as a whole) is written 00.</param>
    /// <param name="sequence">From 1 within the content.</param>
    /// <returns>The number.</returns>
    public static string Write(int? sessionOrdinal, string termLabel, int? itemCode, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"YK-{sessionOrdinal ?? 0}/{termLabel}-{itemCode ?? 0:00}-{sequence:000}");

    /// <summary>Name of the series that counts the opinions of one content.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="itemCode">Permanent number of the content; null for the session as a whole.</param>
    /// <returns>The name.</returns>
    public static string Series(Guid sessionId, int? itemCode) => string.Create(CultureInfo.InvariantCulture, $"opinion/{sessionId}/{itemCode ?? 0}");
}

/// <summary>A contribution of a delegate or a group (ý kiến). Never deleted: a withdrawal keeps the row.</summary>
public sealed class Opinion
{
    private readonly List<OpinionRevision> revisions = [];

    private Opinion() { }

    /// <summary>Records an opinion.</summary>
    /// <param name="id">Key made before it is sent: the same key saved again is the same opinion.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="itemId">The content; null for the session as a whole.</param>
    /// <param name="number">Readable number.</param>
    /// <param name="speaker">Who made it.</param>
    /// <param name="facts">Text, kind, channel.</param>
    /// <param name="recordedById">The account that recorded it.</param>
    /// <param name="recordedAt">Time.</param>
    /// <param name="paragraphId">The paragraph it is about.</param>
    /// <param name="draftVersionId">The draft version it was made on.</param>
    /// <param name="isIllustrative">Whether the source does not give it.</param>
    /// <param name="groupId">The discussion group in which it was made.</param>
    /// <param name="spokenAt">When it was written down at the desk, by the desk's clock; null: at the time of recording.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public Opinion(
        Guid id, Guid sessionId, Guid? itemId, string number, Speaker speaker, OpinionFacts facts, Guid recordedById, DateTimeOffset recordedAt,
        Guid? draftVersionId = null, Guid? paragraphId = null, bool isIllustrative = false, Guid? groupId = null, DateTimeOffset? spokenAt = null)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        Rule.Holds(paragraphId is null || draftVersionId is not null, "opinion.paragraph", "A paragraph needs its draft version");
        (Id, SessionId, ItemId, RecordedById, RecordedAt) = (Rule.Key(id, "opinion"), sessionId, itemId, recordedById, recordedAt);
        (DraftVersionId, ParagraphId, IsIllustrative, GroupId) = (draftVersionId, paragraphId, isIllustrative, groupId);
        SpokenAt = spokenAt is { } spoken && spoken <= recordedAt && spoken >= recordedAt - LongestWait ? spoken : recordedAt;
        Number = Rule.Text(number, "opinion.number", 50);
        (DelegateId, SpeakerName) = (speaker.DelegateId, Rule.OptionalText(speaker.FreeName, "opinion.speaker", 200));
        Rule.Holds(DelegateId is not null || SpeakerName is not null, "opinion.speaker.empty", "An opinion has no speaker");
        Set(facts);
    }

    /// <summary>How long an opinion may wait at a desk without a connection before it is recorded; older times are not believed.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromHours(72);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The content.</summary>
    public Guid? ItemId { get; private init; }

    /// <summary>Readable number, permanent.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The delegate; null for a speaker who is not in the list yet.</summary>
    public Guid? DelegateId { get; private set; }

    /// <summary>Free name of a speaker, to be resolved later.</summary>
    public string? SpeakerName { get; private set; }

    /// <summary>Kind.</summary>
    public OpinionKind Kind { get; private set; }

    /// <summary>Channel.</summary>
    public OpinionChannel Channel { get; private set; }

    /// <summary>Text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Draft version it was made on.</summary>
    public Guid? DraftVersionId { get; private init; }

    /// <summary>Paragraph it is about.</summary>
    public Guid? ParagraphId { get; private init; }

    /// <summary>The account that recorded it.</summary>
    public Guid RecordedById { get; private init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When it was written down at the desk: earlier than <see cref="RecordedAt"/> where there was no connection.</summary>
    public DateTimeOffset SpokenAt { get; private init; }

    /// <summary>The discussion group in which it was made.</summary>
    public Guid? GroupId { get; private init; }

    /// <summary>The opinion that says the same and stands for both; null while it stands for itself.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Number of the present words, from 1; each change raises it.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The words before each change, in order.</summary>
    public IReadOnlyList<OpinionRevision> Revisions => revisions;

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Illustrative data.</summary>
    public bool IsIllustrative { get; private init; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Changes text, kind and channel; what they were before is kept as a revision.</summary>
    /// <param name="facts">The new facts.</param>
    /// <param name="changedById">The account that changes it.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">It was withdrawn, or a fact breaks a rule.</exception>
    public void Change(OpinionFacts facts, Guid changedById, DateTimeOffset at)
    {
        Rule.Holds(WithdrawnAt is null, "opinion.withdrawn", "A withdrawn opinion can't be changed");
        var before = new OpinionFacts(Kind, Channel, Text);
        Set(facts);
        if (facts == before) return;
        revisions.Add(new(this, before, changedById, at));
        Revision++;
    }

    /// <summary>Puts it behind an opinion of the same session that says the same; both keep their proposers, numbers and words.</summary>
    /// <param name="lead">The opinion that stands for both.</param>
    /// <exception cref="DomainException">The other one is this one, stands behind another itself, or belongs elsewhere.</exception>
    public void MergeInto(Opinion lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        Rule.Holds(lead.Id != Id && lead.MergedIntoId is null && lead.SessionId == SessionId && lead.ItemId == ItemId, "opinion.merge", "These opinions can't be merged");
        Rule.Holds(WithdrawnAt is null && lead.WithdrawnAt is null, "opinion.withdrawn", "A withdrawn opinion can't be merged");
        MergedIntoId = lead.Id;
    }

    /// <summary>Lets it stand for itself again.</summary>
    public void Part() => MergedIntoId = null;

    /// <summary>Names the delegate whose free name was recorded.</summary>
    /// <param name="delegateId">The delegate.</param>
    public void Resolve(Guid delegateId) => DelegateId = delegateId;

    /// <summary>Withdraws it; text and number stay.</summary>
    /// <param name="at">Time.</param>
    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;

    /// <summary>Undoes a withdrawal.</summary>
    public void Restore() => WithdrawnAt = null;

    private void Set(OpinionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Kind, Channel) = (facts.Kind, facts.Channel);
        Text = Rule.Text(facts.Text, "opinion.text", Rule.TextLength);
    }
}

/// <summary>Who made an opinion: a delegate of the list, or a free name.</summary>
/// <param name="DelegateId">The delegate.</param>
/// <param name="FreeName">The name as heard.</param>
public sealed record Speaker(Guid? DelegateId, string? FreeName = null);

/// <summary>The facts of an opinion that can be changed.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Text">Text.</param>
public sealed record OpinionFacts(OpinionKind Kind, OpinionChannel Channel, string Text);

using ConferenceRecords.Domain.Opinions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Opinions;

public sealed class OpinionMergingTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 3, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Conference = Guid.CreateVersion7();
    private static readonly Guid Item = Guid.CreateVersion7();

    private static Opinion New(Guid? item = null) => new(
        Guid.CreateVersion7(), Conference, item ?? Item, "YK-12/XX-01-001", new(Guid.CreateVersion7()), new(OpinionKind.Amend, OpinionChannel.Group, "Đề nghị rà soát."), Guid.CreateVersion7(), Now);

    [Fact]
    public void Merge_OfALead_TakesThoseBehindItAlong_SoThatThereIsNoChain()
    {
        var (lead, old, follower) = (New(), New(), New());
        follower.MergeInto(old);
        Assert.True(OpinionMerging.Merge(lead, [old], [follower]));
        Assert.Equal((lead.Id, lead.Id, (Guid?)null), (old.MergedIntoId!.Value, follower.MergedIntoId!.Value, lead.MergedIntoId));
        Assert.False(OpinionMerging.Merge(lead, [old], [follower, old]));
    }

    [Fact]
    public void Merge_BehindOneThatStoodBehindAnother_TurnsThemRound()
    {
        var (old, lead, other) = (New(), New(), New());
        lead.MergeInto(old);
        other.MergeInto(old);
        Assert.True(OpinionMerging.Merge(lead, [old], [lead, other]));
        Assert.Equal((lead.Id, lead.Id, (Guid?)null), (old.MergedIntoId!.Value, other.MergedIntoId!.Value, lead.MergedIntoId));
    }

    [Fact]
    public void Merge_LeavesAWithdrawnFollowerToItself_AndRefusesWhatIsWithdrawnOrElsewhere()
    {
        var (lead, old, withdrawn) = (New(), New(), New());
        withdrawn.MergeInto(old);
        withdrawn.Withdraw(Now);
        OpinionMerging.Merge(lead, [old], [withdrawn]);
        Assert.Null(withdrawn.MergedIntoId);

        Assert.Equal("opinion.withdrawn", Assert.Throws<DomainException>(() => OpinionMerging.Merge(lead, [withdrawn], [])).Code);
        Assert.Equal("opinion.merge", Assert.Throws<DomainException>(() => OpinionMerging.Merge(lead, [New(Guid.CreateVersion7())], [])).Code);
    }
}

using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using Xunit;

namespace ConferenceRecords.Data.Tests.Queries;

public sealed class SessionStepsTests
{
    private static AgendaRow Row(int drafts = 0, int sent = 0, int opinions = 0, bool isInternal = false) => new(
        Guid.CreateVersion7(), 1, 1, "Nội dung", Guid.Empty, null, drafts, drafts, sent, opinions, false, isInternal, !isInternal, null, null);

    private static SessionOverview Session(AgendaRow[] rows, int? stated = null, int opinions = 0, int invited = 0, int versions = 0, ConclusionStatus? conclusion = null) => new(
        new(null, stated, null, null, opinions, invited, versions, conclusion), [new(Guid.Empty, "Nhóm", "Nhóm", null, rows)], [], []);

    private static StepState State(SessionStepKind kind, SessionOverview session) => SessionSteps.Of(session).Single(s => s.Kind == kind).State;

    [Fact]
    public void Of_AnEmptySession_NothingIsBegun() => Assert.All(SessionSteps.Of(Session([])), step => Assert.Equal(StepState.Todo, step.State));

    [Fact]
    public void Contents_AreDone_OnlyWhenTheyFitTheStatedNumber()
    {
        Assert.Equal(StepState.Doing, State(SessionStepKind.Contents, Session([Row()], stated: 2)));
        Assert.Equal(StepState.Done, State(SessionStepKind.Contents, Session([Row(), Row()], stated: 2)));
        Assert.Equal(StepState.Done, State(SessionStepKind.Contents, Session([Row()])));
    }

    [Fact]
    public void Drafts_AreDone_WhenEveryContentHasOneWithTheDelegates()
    {
        Assert.Equal(StepState.Doing, State(SessionStepKind.Drafts, Session([Row(1, 1), Row(1)])));
        Assert.Equal(StepState.Done, State(SessionStepKind.Drafts, Session([Row(1, 1), Row(2, 1)])));
    }

    [Theory]
    [InlineData(0, false, StepState.Todo)]
    [InlineData(2, false, StepState.Doing)]
    [InlineData(3, false, StepState.Doing)]
    [InlineData(3, true, StepState.Done)]
    [InlineData(2, true, StepState.Wait)]
    public void Responses_AreDone_WhenTheyAreCompleted_AndNoOpinionCameAfterwards(int answered, bool completed, StepState expected)
    {
        var session = Session([Row(opinions: 3)], opinions: 3);
        Assert.Equal(expected, State(SessionStepKind.Responses, session with { Figures = session.Figures with { Answered = answered, ResponsesCompleted = completed } }));
    }

    [Theory]
    [InlineData(ReleaseState.Drafting, null, StepState.Doing)]
    [InlineData(ReleaseState.Drafting, "Thiếu căn cứ", StepState.Late)]
    [InlineData(ReleaseState.Submitted, null, StepState.Wait)]
    [InlineData(ReleaseState.Approved, null, StepState.Done)]
    public void Conclusion_FollowsItsState(ReleaseState state, string? reason, StepState expected) =>
        Assert.Equal(expected, State(SessionStepKind.Conclusion, Session([], conclusion: new(state, reason, 0, 0))));

    [Theory]
    [InlineData(0, 0, StepState.Todo)]
    [InlineData(1, 1, StepState.Wait)]
    [InlineData(2, 0, StepState.Done)]
    public void Publication_IsDone_WhenThePublicHasIt(int editions, int pending, StepState expected) =>
        Assert.Equal(expected, State(SessionStepKind.Publication, Session([], conclusion: new(ReleaseState.Approved, null, editions, pending))));

    [Fact]
    public void Stage_IsTheFurthest_AndAnInternalContentIsNeverPublished()
    {
        var published = new ConclusionStatus(ReleaseState.Approved, null, 1, 0);
        Assert.Equal(ItemStage.Empty, Row().Stage(null));
        Assert.Equal(ItemStage.Drafted, Row(drafts: 1).Stage(null));
        Assert.Equal(ItemStage.Sent, Row(drafts: 1, sent: 1).Stage(null));
        Assert.Equal(ItemStage.Discussed, Row(opinions: 1).Stage(null));
        Assert.Equal(ItemStage.Published, Row().Stage(published));
        Assert.Equal(ItemStage.Empty, Row(isInternal: true).Stage(published));
    }
}

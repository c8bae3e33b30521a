using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Publishing;
using Xunit;

namespace ConferenceRecords.Domain.Tests.FollowUp;

public sealed class FollowUpTaskTests
{
    private static readonly Guid Office = Guid.CreateVersion7(), Agency = Guid.CreateVersion7();
    private static readonly DateOnly Due = new(2021, 12, 31);
    private static readonly DateTimeOffset Now = new(2022, 1, 10, 3, 0, 0, TimeSpan.Zero);

    private static FollowUpTask New(DateOnly? due) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, null, new("Việc cần làm", Agency), due);

    private static TaskReport Report(FollowUpTask task, DateOnly? doneOn) => new(Guid.CreateVersion7(), task.Id, Agency, "Đã làm.", doneOn, null, Agency, Now);

    [Theory]
    [InlineData(31, null, FollowUpStatus.OngoingInTime)]
    [InlineData(32, null, FollowUpStatus.OngoingLate)]
    [InlineData(40, 31, FollowUpStatus.DoneInTime)]
    [InlineData(40, 32, FollowUpStatus.DoneLate)]
    public void StatusOn_FollowsFromTheDays(int today, int? done, FollowUpStatus status) =>
        Assert.Equal(status, FollowUpTask.Status(Due, done is { } day ? new DateOnly(2021, 12, 1).AddDays(day - 1) : null, new DateOnly(2021, 12, 1).AddDays(today - 1)));

    [Fact]
    public void StatusOn_WithoutADeadline_IsNeverLate() => Assert.Equal(FollowUpStatus.OngoingInTime, New(null).StatusOn(new(2031, 1, 1)));

    [Fact]
    public void DueOnAsOf_ADay_KnowsNothingOfLaterExtensions()
    {
        var task = New(Due);
        task.Extend(Guid.CreateVersion7(), new(2022, 1, 31), "Chờ số liệu", Office, Now);
        task.Extend(Guid.CreateVersion7(), new(2022, 2, 28), "Chờ thẩm định", Office, Now.AddDays(10));
        var day = new DateOnly(2022, 1, 10);
        Assert.Equal((Due, new(2022, 1, 31), new(2022, 1, 31), new DateOnly(2022, 2, 28)), (task.DueOnAsOf(day.AddDays(-1)), task.DueOnAsOf(day), task.DueOnAsOf(day.AddDays(9)), task.DueOnAsOf(day.AddDays(10))));
    }

    [Fact]
    public void Extend_KeepsTheFirstDeadline_AndEveryStep()
    {
        var task = New(Due);
        task.Extend(Guid.CreateVersion7(), new(2022, 1, 31), "Chờ số liệu", Office, Now);
        task.Extend(Guid.CreateVersion7(), new(2022, 2, 28), "Chờ thẩm định", Office, Now);
        Assert.Equal((Due, new DateOnly(2022, 2, 28)), (task.FirstDueOn, task.DueOn));
        Assert.Equal([(1, Due, new(2022, 1, 31)), (2, new(2022, 1, 31), new DateOnly(2022, 2, 28))], task.Extensions.Select(e => (e.Ordinal, e.From!.Value, e.To)));
        Assert.Equal("extension.reason.empty", Assert.Throws<DomainException>(() => task.Extend(Guid.CreateVersion7(), new(2022, 3, 1), " ", Office, Now)).Code);
        Assert.Equal("task.same-deadline", Assert.Throws<DomainException>(() => task.Extend(Guid.CreateVersion7(), new(2022, 2, 28), "Vẫn thế", Office, Now)).Code);
    }

    [Fact]
    public void Report_OfAnAgency_MakesTheTaskDoneOnlyOnceConfirmed_AndAMistakeIsTakenBack()
    {
        var task = New(Due);
        var (progress, done) = (Report(task, null), Report(task, new(2022, 1, 5)));
        task.Add(progress);
        task.Confirm(progress.Id, Office, Now);
        Assert.Null(task.DoneOn);
        task.Add(done);
        Assert.Equal(FollowUpStatus.OngoingLate, task.StatusOn(new(2022, 1, 10)));
        task.Confirm(done.Id, Office, Now);
        Assert.Equal(FollowUpStatus.DoneLate, task.StatusOn(new(2022, 1, 10)));
        Assert.Equal("task.closed", Assert.Throws<DomainException>(() => task.Add(Report(task, null))).Code);
        task.Reopen();
        Assert.True(done.IsWaiting);
        task.Return(done.Id, "Thiếu số liệu", Office, Now);
        Assert.Equal("task.report", Assert.Throws<DomainException>(() => task.Confirm(done.Id, Office, Now)).Code);
        Assert.Equal((null, 2), (task.DoneOn, task.Reports.Count));
    }

    [Fact]
    public void Report_OfTomorrow_IsRefused() =>
        Assert.Equal("report.done", Assert.Throws<DomainException>(() => Report(New(Due), new(2022, 1, 11))).Code);
}

using ConferenceRecords.Domain.Responses;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Responses;

public sealed class ResponseTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 6, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly Guid Clerk = Guid.CreateVersion7();
    private static readonly Guid Agency = Guid.CreateVersion7();

    private static Response New() => new(Guid.CreateVersion7());

    private static string Code(Action act) => Assert.Throws<DomainException>(act).Code;

    [Theory]
    [InlineData(Disposition.PartlyAccepted)]
    [InlineData(Disposition.Kept)]
    [InlineData(Disposition.HandedOver)]
    public void Give_WithoutAReason_IsRefused_UnlessAllWasTakenIn(Disposition disposition)
    {
        var response = New();
        Guid? other = disposition == Disposition.HandedOver ? Agency : null;
        foreach (var text in (string?[])[null, "", "  "])
            Assert.Equal("response.reason", Code(() => response.Give(new(disposition, text, other), Office, isOffice: true, Now)));
        Assert.Null(response.Answer);
        response.Give(new(Disposition.Accepted, null), Office, isOffice: true, Now);
        Assert.Equal(Disposition.Accepted, response.Disposition);
    }

    [Fact]
    public void Give_HandsOverToAnotherAgencyOnly()
    {
        var response = New();
        response.Assign(Agency, null, Now);
        Assert.Equal("response.handed-over", Code(() => response.Give(new(Disposition.HandedOver, "Thuộc ngành khác."), Office, true, Now)));
        Assert.Equal("response.handed-over", Code(() => response.Give(new(Disposition.Kept, "Lý do.", Guid.CreateVersion7()), Office, true, Now)));
        Assert.Equal("response.handed-over.same", Code(() => response.Give(new(Disposition.HandedOver, "Thuộc ngành khác.", Agency), Office, true, Now)));
        response.Give(new(Disposition.HandedOver, "Thuộc ngành khác.", Guid.CreateVersion7()), Office, true, Now);
        Assert.NotNull(response.ConfirmedAt);
    }

    [Fact]
    public void Give_NamesAChange_OnlyOfAVersion_AndOnlyWhenSomethingIsTakenIn()
    {
        var response = New();
        Assert.Equal("response.change", Code(() => response.Give(new(Disposition.Accepted, null, ChangedParagraphId: Guid.CreateVersion7()), Office, true, Now)));
        Assert.Equal("response.change.none", Code(() => response.Give(new(Disposition.Kept, "Lý do.", ChangedVersionId: Guid.CreateVersion7()), Office, true, Now)));
        response.Give(new(Disposition.PartlyAccepted, "Một phần.", ChangedVersionId: Guid.CreateVersion7()), Office, true, Now);
        Assert.NotNull(response.ChangedVersionId);
    }

    [Fact]
    public void Answer_OfAnAgency_WaitsForTheOffice_AndIsItsOwnOnlyUntilThen()
    {
        var response = New();
        response.Assign(Agency, new(2021, 12, 20), Now);
        response.Give(new(Disposition.Accepted, "Đã sửa."), Clerk, isOffice: false, Now);
        Assert.Null(response.ConfirmedAt);
        response.Give(new(Disposition.Kept, "Xem lại."), Clerk, isOffice: false, Now);
        response.Confirm(Office, Now);
        response.Confirm(Guid.CreateVersion7(), Now.AddDays(1));
        Assert.Equal((Office, Now), (response.ConfirmedById!.Value, response.ConfirmedAt!.Value));
        Assert.Equal("response.confirmed", Code(() => response.Give(new(Disposition.Accepted, "Khác."), Clerk, isOffice: false, Now)));
        response.Give(new(Disposition.Accepted, "Văn phòng sửa."), Office, isOffice: true, Now);
        Assert.Equal([1, 2], response.Revisions.Select(r => r.Ordinal));
        Assert.Equal(["Đã sửa.", "Xem lại."], response.Revisions.Select(r => r.Text));
    }

    [Fact]
    public void Return_NeedsANote_KeepsTheAnswer_AndLetsTheOpinionWaitAgain()
    {
        var response = New();
        Assert.Equal("response.none", Code(() => response.Return("Thiếu.", Office, Now)));
        Assert.Equal("response.none", Code(() => response.Confirm(Office, Now)));
        response.Assign(Agency, null, Now);
        response.Give(new(Disposition.Accepted, "Đã sửa."), Clerk, isOffice: false, Now);
        Assert.Equal("response.return.empty", Code(() => response.Return(" ", Office, Now)));
        response.Return("Chưa nêu đoạn đã sửa.", Office, Now);
        Assert.Equal((null, "Chưa nêu đoạn đã sửa.", Agency), (response.Answer, response.ReturnNote, response.AgencyId));
        Assert.Equal((Clerk, Office, "Đã sửa."), (response.Revisions.Single().AnsweredById, response.Revisions.Single().ChangedById, response.Revisions.Single().Text));
        response.Give(new(Disposition.Accepted, "Đã sửa ở đoạn 4."), Clerk, isOffice: false, Now);
        Assert.Null(response.ReturnNote);
    }

    [Fact]
    public void Assign_NeedsAnAgencyForADeadline_AndKeepsTheDayOnWhichTheSameAgencyWasAsked()
    {
        var response = New();
        Assert.Equal("response.due", Code(() => response.Assign(null, new(2021, 12, 20), Now)));
        response.Assign(Agency, new(2021, 12, 20), Now);
        response.Assign(Agency, new(2021, 12, 25), Now.AddDays(3));
        Assert.Equal((Now, new DateOnly(2021, 12, 25)), (response.AssignedAt!.Value, response.DueOn!.Value));
        response.Assign(null, null, Now);
        Assert.Equal((null, null, null), (response.AgencyId, response.DueOn, response.AssignedAt));
    }

    [Fact]
    public void Ledger_IsCompleted_OnlyWhenNothingIsLeft_AndOpensAgain()
    {
        var ledger = new ResponseLedger(Guid.CreateVersion7());
        Assert.Equal("ledger.empty", Code(() => ledger.Complete(0, 0, Office, Now)));
        Assert.Equal("ledger.left", Code(() => ledger.Complete(53, 6, Office, Now)));
        Assert.Null(ledger.CompletedAt);
        ledger.Complete(53, 0, Office, Now);
        Assert.Equal((53, Office, Now), (ledger.CompletedCount, ledger.CompletedById!.Value, ledger.CompletedAt!.Value));
        ledger.Reopen();
        Assert.Equal((0, null, null), (ledger.CompletedCount, ledger.CompletedById, ledger.CompletedAt));
    }

    [Fact]
    public void ChangeReason_NeedsAReason()
    {
        Assert.Equal("change-reason.text.empty", Code(() => _ = new ChangeReason(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), " ", Office, Now)));
        var reason = new ChangeReason(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "Cập nhật số liệu chính thức.", Office, Now);
        reason.Change("Sửa lỗi chính tả.", Clerk, Now.AddDays(1));
        Assert.Equal(("Sửa lỗi chính tả.", Clerk, Now.AddDays(1)), (reason.Text, reason.RecordedById, reason.RecordedAt));
    }
}

using ConferenceRecords.Domain.Sessions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Sessions;

public sealed class AttendanceTests
{
    private static Attendance Noted() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void Late_NeedsItsTime() => Assert.Equal("attendance.time", Assert.Throws<DomainException>(() => Noted().Set(AttendanceState.Late)).Code);

    [Fact]
    public void Set_KeepsTimeAndReasonOnlyWhereTheyBelong()
    {
        var attendance = Noted();
        attendance.Set(AttendanceState.Late, new(8, 40), "Kẹt xe");
        Assert.Equal((new TimeOnly(8, 40), (string?)null), (attendance.ArrivedAt, attendance.Reason));
        attendance.Set(AttendanceState.Excused, new(8, 40), "Đi công tác");
        Assert.Equal(((TimeOnly?)null, "Đi công tác"), (attendance.ArrivedAt, attendance.Reason));
        attendance.Set(null);
        Assert.Equal(((AttendanceState?)null, (string?)null), (attendance.State, attendance.Reason));
    }
}

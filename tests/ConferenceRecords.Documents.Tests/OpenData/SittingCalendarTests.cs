using System.Text;
using ConferenceRecords.Documents.OpenData;
using Xunit;

namespace ConferenceRecords.Documents.Tests.OpenData;

public sealed class SittingCalendarTests
{
    [Fact]
    public void Write_OfSittings_SaysDayAndHalfDayAndInventsNoHour()
    {
        var events = Parse(SittingCalendar.Write("Lịch", [Samples.Session], Samples.Addresses)).Where(b => b.Name == "VEVENT").ToList();
        Assert.Equal(2, events.Count);
        Assert.All(events, e => Assert.Equal(("VALUE=DATE", "20211203"), (e.Properties["DTSTART"].Parameters, e.Properties["DTSTART"].Value)));
        Assert.EndsWith("- buổi sáng", Unescaped(events[0].Properties["SUMMARY"].Value), StringComparison.Ordinal);
        Assert.EndsWith("- buổi chiều", Unescaped(events[1].Properties["SUMMARY"].Value), StringComparison.Ordinal);
        Assert.Equal("Hội trường Tỉnh ủy, số 1; đường Minh Họa", Unescaped(events[0].Properties["LOCATION"].Value));
        Assert.Equal("20211205T033000Z", events[0].Properties["DTSTAMP"].Value);
        Assert.Equal("1", events[0].Properties["SEQUENCE"].Value);
        Assert.NotEqual(events[0].Properties["UID"].Value, events[1].Properties["UID"].Value);
    }

    [Fact]
    public void Write_WithoutDates_IsACalendarWithoutEvents()
    {
        var blocks = Parse(SittingCalendar.Write("Lịch", [Samples.Session with { Session = Samples.Facts with { Sittings = [] } }], Samples.Addresses));
        Assert.Equal(["STANDARD", "VTIMEZONE", "VCALENDAR"], blocks.Select(b => b.Name));
        Assert.Equal("2.0", blocks[^1].Properties["VERSION"].Value);
        Assert.Equal("Asia/Ho_Chi_Minh", blocks[1].Properties["TZID"].Value);
    }

    /// <summary>Reads the blocks of RFC 5545, the inner ones first, and refuses what it forbids: other line ends, long lines, blocks that do not close.</summary>
    private static List<Block> Parse(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var raw = text[..^2].Split("\r\n");
        Assert.All(raw, line => Assert.True(line.IndexOfAny(['\r', '\n']) < 0 && Encoding.UTF8.GetByteCount(line) is > 0 and <= 75, line));
        var lines = new List<string>();
        foreach (var line in raw)
        {
            if (line[0] == ' ') lines[^1] += line[1..];
            else lines.Add(line);
        }
        var (done, open) = (new List<Block>(), new Stack<Block>());
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0, line);
            var (head, value) = (line[..colon], line[(colon + 1)..]);
            var name = head.Split(';')[0];
            if (name == "BEGIN") open.Push(new(value, []));
            else if (name == "END")
            {
                var block = open.Pop();
                Assert.Equal(block.Name, value);
                done.Add(block);
            }
            else Assert.True(open.Peek().Properties.TryAdd(name, (head.Length > name.Length ? head[(name.Length + 1)..] : "", value)), $"{name} twice");
        }
        Assert.Empty(open);
        Assert.Equal("VCALENDAR", done[^1].Name);
        Assert.All(done.Where(b => b.Name == "VEVENT"), e => Assert.All(["UID", "DTSTAMP", "DTSTART"], p => Assert.Contains(p, e.Properties)));
        return done;
    }

    private static string Unescaped(string value) => value.Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal);

    private sealed record Block(string Name, Dictionary<string, (string Parameters, string Value)> Properties);
}

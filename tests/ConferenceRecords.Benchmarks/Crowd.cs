using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConferenceRecords.Benchmarks;

/// <summary>
/// Readers who ask for one page again and again, each on a connection that stays open, one question at a time. By hand and without allocating, so that on two
/// processors the server is what is measured; in another process than the server.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private const int People = 16;

    private readonly byte[] request;
    private readonly byte[] buffer = new byte[1 << 20];
    private readonly List<Socket> people;

    public Crowd(Uri page, string encoding, string? more = null)
    {
        request = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"GET {page.PathAndQuery} HTTP/1.1\r\nHost: portal\r\nAccept: text/html,application/xhtml+xml,*/*;q=0.8\r\nAccept-Encoding: {encoding}\r\n{more}\r\n"));
        people = [.. Enumerable.Range(0, People).Select(_ =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, page.Port);
            return socket;
        })];
        First = Encoding.UTF8.GetString(buffer, 0, Ask());
    }

    /// <summary>The first answer with its headers.</summary>
    public string First { get; }

    /// <summary>How many were answered so far.</summary>
    public int Answered { get; private set; }

    /// <summary>Requests per second.</summary>
    public double Run(TimeSpan time)
    {
        foreach (var person in people) person.Send(request);
        var (count, clock) = (0, Stopwatch.StartNew());
        while (clock.Elapsed < time)
        {
            foreach (var person in people)
            {
                Receive(person);
                person.Send(request);
                count++;
            }
        }
        var elapsed = clock.Elapsed;
        foreach (var person in people) Receive(person);
        Answered += count;
        return count / elapsed.TotalSeconds;
    }

    /// <summary>One request after another.</summary>
    public void Ask(int times)
    {
        for (var i = 0; i < times; i++) Ask();
    }

    public void Dispose()
    {
        foreach (var person in people) person.Dispose();
    }

    private int Ask()
    {
        people[0].Send(request);
        return Receive(people[0]);
    }

    /// <summary>Reads one answer.</summary>
    private int Receive(Socket person)
    {
        var (have, whole) = (0, -1);
        while (true)
        {
            var received = person.Receive(buffer, have, buffer.Length - have, SocketFlags.None);
            have += received;
            var answer = buffer.AsSpan(0, have);
            if (received == 0) throw new InvalidOperationException("The server hung up");
            if (whole < 0 && answer.IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                if (!answer.StartsWith("HTTP/1.1 200 "u8) && !answer.StartsWith("HTTP/1.1 304 "u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(answer[..end]));
                whole = LengthOf(answer[..end], end + 4);
            }
            if (whole == int.MaxValue ? answer.EndsWith("\r\n0\r\n\r\n"u8) : whole >= 0 && have >= whole) return have;
        }
    }

    /// <summary>Bytes of the whole answer; the largest number where it comes in chunks.</summary>
    private static int LengthOf(ReadOnlySpan<byte> head, int headLength)
    {
        if (head.StartsWith("HTTP/1.1 304 "u8)) return headLength;
        var at = head.IndexOf("\r\nContent-Length: "u8);
        if (at < 0) return int.MaxValue;
        var digits = head[(at + 18)..];
        if (digits.IndexOf((byte)'\r') is >= 0 and var line) digits = digits[..line];
        return headLength + int.Parse(digits, CultureInfo.InvariantCulture);
    }
}

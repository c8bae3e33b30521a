using System.Buffers.Text;

namespace ConferenceRecords.Web.Pages.Office.Groups;

/// <summary>
/// A person goes from one group to another, or from or to none. One field of the form holds all three, so that a list of a thousand people stays within
/// what a form may have, and the place of departure tells whether somebody else moved the person meanwhile.
/// </summary>
public sealed record GroupMove(Guid DelegateId, Guid? From, Guid? To)
{
    private const int KeyLength = 16;

    private const int MoveLength = KeyLength + 2;

    public bool Changes => From != To;

    /// <summary>The value of the field.</summary>
    public override string ToString() => $"{DelegateId:N}.{From:N}.{To:N}";

    /// <summary>Reads the value of the field; null when the form does not make such a one.</summary>
    public static GroupMove? Read(string? value) =>
        value?.Split('.') is [var person, var from, var to] && Guid.TryParseExact(person, "N", out var id) && TryGroup(from, out var left) && TryGroup(to, out var entered)
            ? new(id, left, entered) : null;

    /// <summary>Moves in a form short enough for the address that undoes them: the groups once, then each person with the places of both groups among them.</summary>
    public static string Write(IReadOnlyCollection<GroupMove> moves)
    {
        List<Guid> groups = [.. moves.SelectMany(m => new[] { m.From ?? Guid.Empty, m.To ?? Guid.Empty }).Distinct()];
        byte Place(Guid? group) => (byte)groups.IndexOf(group ?? Guid.Empty);
        return Base64Url.EncodeToString([(byte)groups.Count, .. groups.SelectMany(g => g.ToByteArray()), .. moves.SelectMany(m => (byte[])[.. m.DelegateId.ToByteArray(), Place(m.From), Place(m.To)])]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null when it is something else.</summary>
    public static IReadOnlyList<GroupMove>? ReadAll(string? text)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not [var count, .. var bytes]) return null;
        var start = count * KeyLength;
        if (bytes.Length < start || (bytes.Length - start) % MoveLength != 0) return null;
        Guid?[] groups = [.. bytes[..start].Chunk(KeyLength).Select(key => new Guid(key)).Select(key => key == Guid.Empty ? (Guid?)null : key)];
        var moves = bytes[start..].Chunk(MoveLength).ToList();
        return moves.Exists(m => m[KeyLength] >= count || m[KeyLength + 1] >= count) ? null : [.. moves.Select(m => new GroupMove(new(m[..KeyLength]), groups[m[KeyLength]], groups[m[KeyLength + 1]]))];
    }

    /// <summary>Deals those without a group over the groups in the order of the list, so that the groups become as even as they can.</summary>
    public static IReadOnlyList<GroupMove> Deal(IReadOnlyList<GroupMove> moves, IReadOnlyList<Guid> groups)
    {
        var sizes = groups.ToDictionary(g => g, g => moves.Count(m => m.To == g));
        return [.. moves.Select(move =>
        {
            if (move.To is not null) return move;
            var smallest = groups.MinBy(g => sizes[g]);
            sizes[smallest]++;
            return move with { To = smallest };
        })];
    }

    private static bool TryGroup(string text, out Guid? group)
    {
        var read = Guid.TryParseExact(text, "N", out var id);
        group = read ? id : null;
        return read || text.Length == 0;
    }
}

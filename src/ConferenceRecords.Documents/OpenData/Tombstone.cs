using System.Text.Json.Serialization;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>What programs read of something that was withdrawn (RFC 9457 with members of our own).</summary>
/// <param name="TypeOfProblem">What kind of problem it is.</param>
/// <param name="Title">Its name.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Detail">The reason.</param>
/// <param name="Instance">Address that is gone.</param>
/// <param name="WithdrawnAt">When it went.</param>
/// <param name="Through">All editions up to this one are withdrawn.</param>
/// <param name="ReplacedBy">Address of what holds today; null where there is nothing.</param>
public sealed record Tombstone(
    [property: JsonPropertyName("type")] string TypeOfProblem, string Title, int Status, string Detail, string Instance, DateTimeOffset WithdrawnAt, int Through, string? ReplacedBy)
{
    /// <summary>Words for it.</summary>
    internal const string Words = "Đã thu hồi";

    /// <summary>The tombstone of a withdrawal.</summary>
    /// <param name="gone">The withdrawal.</param>
    /// <returns>The tombstone.</returns>
    public static Tombstone Of(OpenWithdrawal gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        return new(Type(gone.Addresses), Words, 410, gone.Withdrawal.Reason, gone.Address, gone.Withdrawal.WithdrawnAt, gone.Withdrawal.Through, gone.ReplacedBy);
    }

    internal static string Type(PublicAddresses addresses) => $"{addresses.Root}/du-lieu-mo#thu-hoi";
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using QRCoder;

namespace ConferenceRecords.Web.Pictures;

/// <summary>An address as a QR code: one path of squares, drawn by the page itself, on paper too.</summary>
/// <param name="Size">Width and height in squares, with the empty border that readers need.</param>
/// <param name="Path">The dark squares as data of an SVG path.</param>
public sealed record QrPicture(int Size, string Path)
{
    private const int MostKept = 2_000;

    private static readonly ConcurrentDictionary<string, QrPicture> Kept = new();

    /// <summary>The picture of an address; drawn once, because that takes longer than all the rest of a page.</summary>
    public static QrPicture Of(string address)
    {
        // Addresses begin with what a request says of the host, which may be anything.
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept.GetOrAdd(address, Draw);
    }

    private static QrPicture Draw(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            // A run of dark squares is one stroke.
            for (var x = 0; x < row.Length; x++)
            {
                if (!row[x]) continue;
                var end = x;
                while (end < row.Length && row[end]) end++;
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{end - x}v1H{x}z");
                x = end;
            }
        }
        return new(code.ModuleMatrix.Count, path.ToString());
    }
}

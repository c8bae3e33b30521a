using System.Buffers;
using System.IO.Compression;
using ConferenceRecords.Documents.Office;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>
/// Unpacks the streams of one PDF, none to more than an entry of an office file may unpack to: the library unpacks a stream as a whole and knows no limit, and 25 MB could
/// become 25 GB of memory.
/// </summary>
internal sealed class PdfFilters : IFilterProvider
{
    /// <summary>The most that LZW makes of a byte is about 1,300; few programs write it today, and none such a long stream of text.</summary>
    private const int MostLzw = 256 << 10;

    /// <summary>Run lengths make at most 64 bytes of one.</summary>
    private const long MostRuns = OfficeFile.MostOfAnEntry / 64;

    /// <summary>Whether a stream was refused. A lenient parser may go on without it.</summary>
    public bool HasRefused { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limit(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Limit(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Limit(DefaultFilterProvider.Instance.GetAllFilters());

    private Limited[] Limit(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Limited(this, filter))];

    private sealed class Limited(PdfFilters all, IFilter inner) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            // Of pictures nothing is read.
            if (inner is CcittFaxDecodeFilter) return Memory<byte>.Empty;
            var isWithin = inner switch { FlateFilter => Deflates(input), LzwFilter => input.Length <= MostLzw, RunLengthFilter => input.Length <= MostRuns, _ => true };
            if (isWithin) return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            all.HasRefused = true;
            throw new OfficeFileException(OfficeFileProblem.Bomb, "A stream unpacks to too much");
        }

        /// <summary>Unpacks it without keeping anything. What is broken ends where it breaks, here as there.</summary>
        private static bool Deflates(Memory<byte> input)
        {
            if (input.Length <= 2) return true;
            var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
            try
            {
                using var stream = new DeflateStream(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress);
                var unpacked = 0L;
                for (int read; unpacked <= OfficeFile.MostOfAnEntry && (read = stream.Read(buffer)) > 0;) unpacked += read;
                return unpacked <= OfficeFile.MostOfAnEntry;
            }
            catch (InvalidDataException)
            {
                return true;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}

using System.Globalization;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using Npgsql;

namespace ConferenceRecords.Data.Publishing;

/// <summary>A passage of an edition that search finds.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Address it links to, without a leading slash.</param>
/// <param name="Text">Text.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
public sealed record EditionPassage(PassageKind Kind, string Address, string Text, bool IsIllustrative = false);

/// <summary>What search has to know of an edition: its passages with the addresses they link to, its facts, its words.</summary>
public static class EditionPassages
{
    private const int LongestWord = 20;

    /// <summary>All passages in the order of the pages.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>The passages.</returns>
    public static IEnumerable<EditionPassage> Of(EditionBundle edition) => edition switch
    {
        SessionBundle bundle => Of(bundle),
        PapersBundle bundle => bundle.Papers.SelectMany(p => p.Paragraphs, (p, t) => new EditionPassage(
            PassageKind.Paper, string.Create(CultureInfo.InvariantCulture, $"tai-lieu/{bundle.Slug}/{p.Number}#doan-{t.Number}"), t.Text, p.IsIllustrative)),
        OpinionSummaryBundle bundle => bundle.Lines.Select(l =>
            new EditionPassage(PassageKind.Opinion, Link("tong-hop-y-kien", bundle.Slug, "y-kien", l.Number), $"{l.Text} {l.Answer}".TrimEnd(), l.IsIllustrative)),
        FollowUpBundle bundle => bundle.Tasks.Select(t => new EditionPassage(PassageKind.Task, Link("thuc-hien", bundle.Slug, "nhiem-vu", t.Number), t.Text, t.IsIllustrative)),
        _ => throw new ArgumentException("An edition without passages", nameof(edition)),
    };

    /// <summary>Enters what search has to know of an edition that was entered in the same transaction; its passages get the next ids.</summary>
    /// <param name="connection">A connection that may insert.</param>
    /// <param name="editionId">The edition.</param>
    /// <param name="bundle">Its bundle.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>A task.</returns>
    public static async Task EnterPassagesAsync(this NpgsqlConnection connection, Guid editionId, EditionBundle bundle, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var passages = Of(bundle).Where(p => p.Text.Length > 0).ToList();
        var ids = new List<long>(passages.Count);
        await using (var next = new NpgsqlCommand("SELECT nextval('publication.passage_ids') FROM generate_series(1, $1)", connection) { Parameters = { new() { Value = passages.Count } } })
        await using (var reader = await next.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel)) ids.Add(reader.GetInt64(0));
        }
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Facts(editionId, bundle));
        // The newest id first is the order of results: within an edition the order of its pages.
        foreach (var (id, passage) in ids.OrderDescending().Zip(passages))
        {
            batch.BatchCommands.Add(new(
                "INSERT INTO publication.passages (id, edition_id, kind, address, text, is_illustrative, terms) VALUES ($1, $2, $3, $4, $5, $6, $7)")
            {
                Parameters =
                {
                    new() { Value = id }, new() { Value = editionId }, new() { Value = (int)passage.Kind }, new() { Value = passage.Address },
                    new() { Value = passage.Text }, new() { Value = passage.IsIllustrative },
                    new()
                    {
                        Value = PassageTerms.Of(passage.Text, SearchFacets.OfKind(passage.Kind), SearchFacets.OfTerm(bundle.Session.TermLabel, bundle.Session.TermStart), SearchFacets.OfSession(bundle.Slug))
                            .InBlockOf(id),
                    },
                },
            });
        }
        foreach (var (word, folded) in Words(passages))
        {
            batch.BatchCommands.Add(new("INSERT INTO publication.words (word, folded, near) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            {
                Parameters = { new() { Value = word }, new() { Value = folded }, new() { Value = NearWords.KeysOf(folded) } },
            });
        }
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private static IEnumerable<EditionPassage> Of(SessionBundle bundle)
    {
        yield return new(PassageKind.Session, $"hoi-nghi/{bundle.Slug}", bundle.Session.Title);
        foreach (var item in bundle.Categories.SelectMany(c => c.Items))
            yield return new(PassageKind.Item, Link("hoi-nghi", bundle.Slug, "noi-dung", item.Number), item.Title, item.IsIllustrative);
        foreach (var (index, text) in bundle.Conclusion.Paragraphs.Index()) yield return new(PassageKind.Conclusion, Link("ket-luan", bundle.Slug, "doan", index + 1), text);
        foreach (var directive in bundle.Conclusion.Directives)
            yield return new(PassageKind.Directive, Link("ket-luan", bundle.Slug, "chi-dao", directive.Number), directive.Text);
        foreach (var (index, indicator) in bundle.Indicators.Index())
            yield return new(PassageKind.Indicator, Link("chi-tieu", bundle.Slug, "chi-tieu", index + 1), indicator.Name);
    }

    private static NpgsqlBatchCommand Facts(Guid editionId, EditionBundle bundle)
    {
        var conclusion = (bundle as SessionBundle)?.Conclusion;
        var session = bundle.Session;
        return new(
            """
            INSERT INTO publication.edition_facts (edition_id, session_title, term_label, term_start, term_end, ordinal, document_title, symbol, symbol_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """)
        {
            Parameters =
            {
                new() { Value = editionId }, new() { Value = session.Title }, new() { Value = session.TermLabel }, new() { Value = session.TermStart },
                new() { Value = session.TermEnd }, Nullable(session.Ordinal), Nullable(conclusion?.Title), Nullable(conclusion?.Symbol),
                Nullable(conclusion?.Symbol is { } symbol ? DirectHits.KeyOf(symbol) : null),
            },
        };
    }

    private static NpgsqlParameter Nullable(object? value) => new() { Value = value ?? DBNull.Value };

    /// <summary>Each word once, with marks and without. Numbers and endless words are no help to anybody.</summary>
    private static SortedDictionary<string, string> Words(IEnumerable<EditionPassage> passages)
    {
        var words = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Span<char> buffer = stackalloc char[2 * WordReader.Longest];
        foreach (var passage in passages)
        {
            for (var reader = new WordReader(passage.Text, buffer); reader.Read();)
            {
                if (reader.Folded.Length is > 1 and <= LongestWord && !reader.Folded.ContainsAnyInRange('0', '9')) words[reader.Accented.ToString()] = reader.Folded.ToString();
            }
        }
        return words;
    }

    private static string Link(string page, string slug, string anchor, int number) => string.Create(CultureInfo.InvariantCulture, $"{page}/{slug}#{anchor}-{number}");
}

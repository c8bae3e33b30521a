namespace ConferenceRecords.Domain.Publishing;

/// <summary>A bundle taken apart for the comparison: each entry with its place and every value that readers see of it.</summary>
internal sealed record BundleEntry(BundlePart Part, int Number, string Name, params IReadOnlyList<(string Field, object? Value)> Fields)
{
    /// <summary>The fields and the place.</summary>
    public IEnumerable<(string Field, object? Value)> AllFields => Fields.Prepend((BundleDifference.NumberField, Number));

    public static IEnumerable<BundleEntry> All(EditionBundle bundle) => [Facts(bundle), .. Sittings(bundle), .. Own(bundle)];

    private static IEnumerable<BundleEntry> Own(EditionBundle bundle) => bundle switch
    {
        SessionBundle b => [.. Categories(b), .. Contents(b), Head(b.Conclusion), .. Texts(b.Conclusion), .. Indicators(b)],
        PapersBundle b => [.. Papers(b), .. b.Papers.SelectMany(Paragraphs)],
        OpinionSummaryBundle b => [new(BundlePart.Introduction, 1, "", (nameof(b.Introduction), b.Introduction)), .. Lines(b)],
        FollowUpBundle b => [new(BundlePart.Introduction, 1, "", (nameof(b.AsOf), b.AsOf), (nameof(b.Introduction), b.Introduction)), .. Tasks(b)],
        _ => throw new ArgumentException("A bundle without entries", nameof(bundle)),
    };

    private static BundleEntry Facts(EditionBundle bundle)
    {
        var s = bundle.Session;
        return new(
            BundlePart.Facts, 1, "",
            (nameof(s.Title), s.Title), (nameof(bundle.Slug), bundle.Slug), (nameof(s.Committee), s.Committee), (nameof(s.Body), s.Body),
            (nameof(s.TermLabel), s.TermLabel), (nameof(s.TermStart), s.TermStart), (nameof(s.TermEnd), s.TermEnd), (nameof(s.Ordinal), s.Ordinal),
            (nameof(s.Kind), s.Kind), (nameof(s.TimeNote), s.TimeNote), (nameof(s.Chair), s.Chair), (nameof(s.StatedItemCount), s.StatedItemCount),
            (nameof(s.StatedOpinionCount), s.StatedOpinionCount), (nameof(s.StatedOpinionQualifier), s.StatedOpinionQualifier));
    }

    private static IEnumerable<BundleEntry> Sittings(EditionBundle bundle) => bundle.Session.Sittings.Select((s, index) => new BundleEntry(
        BundlePart.Sittings, index + 1, $"{s.Date:O} {s.Part}", (nameof(s.Date), s.Date), (nameof(s.Part), s.Part), (nameof(s.Place), s.Place)));

    private static IEnumerable<BundleEntry> Categories(SessionBundle bundle) => bundle.Categories.Select((c, index) => new BundleEntry(
        BundlePart.Categories, index + 1, c.Name, (nameof(c.Name), c.Name), (nameof(c.ShortName), c.ShortName), (nameof(c.StatedCount), c.StatedCount)));

    private static IEnumerable<BundleEntry> Contents(SessionBundle bundle) => bundle.Categories.SelectMany(c => c.Items, (c, i) => new BundleEntry(
        BundlePart.Contents, i.Number, i.Title,
        (nameof(i.Title), i.Title), ("Category", c.Name), (nameof(i.LeadAgency), i.LeadAgency), (nameof(i.IsIllustrative), i.IsIllustrative),
        (nameof(i.SourceNote), i.SourceNote)));

    private static BundleEntry Head(PublicConclusion c) => new(
        BundlePart.Conclusion, 1, "",
        (nameof(c.Title), c.Title), (nameof(c.Symbol), c.Symbol), (nameof(c.IssuedOn), c.IssuedOn), (nameof(c.Signer), c.Signer), (nameof(c.SourceNote), c.SourceNote),
        (nameof(c.SignerName), c.SignerName), (nameof(c.SignedFor), c.SignedFor), (nameof(c.Place), c.Place), (nameof(c.Recipients), AsLines(c.Recipients)),
        (nameof(c.Issuer), c.Issuer), (nameof(c.IssuerCode), c.IssuerCode));

    private static string? AsLines(IReadOnlyList<string>? lines) => lines is null or [] ? null : string.Join('\n', lines);

    private static IEnumerable<BundleEntry> Texts(PublicConclusion conclusion) =>
    [
        .. conclusion.Paragraphs.Select((text, index) => new BundleEntry(BundlePart.Paragraphs, index + 1, text, ("Text", text))),
        .. conclusion.Directives.Select(d => new BundleEntry(
            BundlePart.Directives, d.Number, d.Text,
            (nameof(d.Text), d.Text), (nameof(d.Addressee), d.Addressee), (nameof(d.DeadlineNote), d.DeadlineNote), (nameof(d.ParagraphNumber), d.ParagraphNumber),
            (nameof(d.SentenceNumber), d.SentenceNumber), (nameof(d.DueOn), d.DueOn), (nameof(d.LeadAgency), d.LeadAgency), (nameof(d.CooperatingAgencies), AsLines(d.CooperatingAgencies)))),
    ];

    private static IEnumerable<BundleEntry> Indicators(SessionBundle bundle) => bundle.Indicators.Select((i, index) => new BundleEntry(
        BundlePart.Indicators, index + 1, i.Name,
        (nameof(i.Name), i.Name), (nameof(i.Value), i.Value), (nameof(i.Unit), i.Unit), (nameof(i.Period), i.Period),
        (nameof(i.Qualifier), i.Qualifier), (nameof(i.Direction), i.Direction), (nameof(i.Base), i.Base)));

    private static IEnumerable<BundleEntry> Papers(PapersBundle bundle) => bundle.Papers.Select(p => new BundleEntry(
        BundlePart.Papers, p.Number, p.Title,
        (nameof(p.Title), p.Title), (nameof(p.ItemTitle), p.ItemTitle), (nameof(p.Version), p.Version), (nameof(p.IsIllustrative), p.IsIllustrative)));

    private static IEnumerable<BundleEntry> Paragraphs(PublicPaper paper) => paper.Paragraphs.Select(p => new BundleEntry(
        BundlePart.PaperParagraphs, p.Number, p.Text,
        ("Paper", paper.Number), (nameof(p.Text), p.Text), (nameof(p.Kind), p.Kind), (nameof(p.Marker), p.Marker), (nameof(p.Level), p.Level),
        (nameof(p.Marks), p.Marks), (nameof(p.Table), p.Table)));

    private static IEnumerable<BundleEntry> Lines(OpinionSummaryBundle bundle) => bundle.Lines.Select(l => new BundleEntry(
        BundlePart.SummaryLines, l.Number, l.Text,
        (nameof(l.Text), l.Text), (nameof(l.ItemTitle), l.ItemTitle), (nameof(l.Proposals), l.Proposals), (nameof(l.Disposition), l.Disposition),
        (nameof(l.Answer), l.Answer), (nameof(l.Speakers), l.Speakers), (nameof(l.IsIllustrative), l.IsIllustrative)));

    private static IEnumerable<BundleEntry> Tasks(FollowUpBundle bundle) => bundle.Tasks.Select(t => new BundleEntry(
        BundlePart.Tasks, t.Number, t.Text,
        (nameof(t.Text), t.Text), (nameof(t.DirectiveNumber), t.DirectiveNumber), (nameof(t.LeadAgency), t.LeadAgency),
        (nameof(t.CooperatingAgencies), AsLines(t.CooperatingAgencies)), (nameof(t.Product), t.Product), (nameof(t.DeadlineNote), t.DeadlineNote),
        (nameof(t.FirstDueOn), t.FirstDueOn), (nameof(t.DueOn), t.DueOn), (nameof(t.DoneOn), t.DoneOn), (nameof(t.Status), t.Status),
        (nameof(t.Report), t.Report), (nameof(t.IsIllustrative), t.IsIllustrative)));
}

using System.Security.Cryptography;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Public;
using Npgsql;

namespace ConferenceRecords.Web.Tests.OpenData;

/// <summary>A publication with everything that can be in one: all kinds, a corrected conclusion with files, a withdrawn paper and a session that was withdrawn whole.</summary>
internal static class OpenPublication
{
    public const string Slug = PublicEditions.Slug, WithdrawnSlug = "hoi-nghi-da-thu-hoi", Secret = "Đoạn đã thu hồi, không ai được đọc nữa.", Reason = "Nhầm văn bản (minh họa).", File = "ket-luan.docx";

    /// <summary>Enters it beside the seeded edition, as the publisher would.</summary>
    public static async Task PublishAllAsync(this TestDatabases databases, CancellationToken cancel)
    {
        var first = await databases.SeededAsync();
        var at = first.PublishedAt;
        var item = first.Categories[0].Items[0].Title;
        var facts = first.Session with { Sittings = [new(new(2021, 12, 3), DayPart.Morning, "Hội trường (minh họa)"), new(new(2021, 12, 4), DayPart.Afternoon, null)] };
        var second = Row(first with
        {
            Edition = 2, PublishedAt = at.AddDays(1), Session = facts,
            Conclusion = first.Conclusion with { Symbol = "07-KL/TU", IssuedOn = new(2021, 12, 6) },
        });
        PublicParagraph[] text = [new(1, ParagraphKind.Heading, "Tờ trình minh họa", Level: 1), new(2, ParagraphKind.Body, "Nội dung minh họa của tài liệu.")];
        var gone = Row(first with
        {
            SessionId = Guid.CreateVersion7(), Slug = WithdrawnSlug, Conclusion = first.Conclusion with { Paragraphs = [Secret], Directives = [] }, PublishedAt = at.AddDays(-9),
        });
        var papers = new PapersBundle(first.SessionId, Slug, 1, at.AddDays(2), facts, [new(1, item, "Tờ trình minh họa", 2, text, true), new(2, item, Secret, 1, text, true)]);
        object[] rows =
        [
            second,
            new EditionFile { EditionId = second.Id, Name = File, MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Content = [.. "tệp minh họa"u8] },
            gone,
            new Withdrawal { Id = Guid.CreateVersion7(), SessionId = gone.SessionId, Slug = WithdrawnSlug, Kind = ReleaseKind.Conclusion, Through = 1, WithdrawnAt = at.AddDays(-8), Reason = Reason },
            Row(papers),
            new Withdrawal { Id = Guid.CreateVersion7(), SessionId = first.SessionId, Slug = Slug, Kind = ReleaseKind.Papers, Through = 1, WithdrawnAt = at.AddDays(3), Reason = Reason },
            Row(papers with { Edition = 2, PublishedAt = at.AddDays(4), Papers = [papers.Papers[0]] }),
            Row(new OpinionSummaryBundle(first.SessionId, Slug, 1, at.AddDays(5), facts, null, [new(1, item, "Đề nghị làm rõ nguồn vốn (minh họa).", 3, Disposition.Accepted, "Đã bổ sung.", null, true)])),
            Row(new FollowUpBundle(first.SessionId, Slug, 1, at.AddDays(6), facts, new(2022, 3, 1), null,
                [new(1, 1, "=1+1 là nhiệm vụ minh họa", "Sở Minh Họa", ["Sở Thứ Hai"], "Báo cáo", "trong quý I", new(2022, 3, 31), new(2022, 4, 30), null, FollowUpStatus.OngoingInTime, null, true)])),
        ];
        await using var publisher = NpgsqlDataSource.Create(databases.For("cr_publisher"));
        await new PublicationImport(publisher).EnterAsync(rows.Select(Hashed).ToAsyncEnumerable(), cancel);
    }

    private static Edition Row(EditionBundle bundle)
    {
        var bytes = BundleFormat.Write(bundle);
        return new()
        {
            Id = Guid.CreateVersion7(), SessionId = bundle.SessionId, Slug = bundle.Slug, Number = bundle.Edition, PublishedAt = bundle.PublishedAt, Bundle = bytes, Sha256 = SHA256.HashData(bytes),
            Kind = bundle switch { PapersBundle => ReleaseKind.Papers, OpinionSummaryBundle => ReleaseKind.OpinionSummary, FollowUpBundle => ReleaseKind.FollowUp, _ => ReleaseKind.Conclusion },
        };
    }

    private static object Hashed(object row) => row is EditionFile f
        ? new EditionFile { EditionId = f.EditionId, Name = f.Name, MediaType = f.MediaType, Content = f.Content, Sha256 = SHA256.HashData(f.Content) } : row;
}

/// <summary>The portal with that publication.</summary>
public sealed class OpenPortal(PostgresFixture postgres) : Xunit.IAsyncLifetime
{
    public Portal Portal { get; } = new(postgres);

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        await Portal.Databases.PublishAllAsync(Xunit.TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

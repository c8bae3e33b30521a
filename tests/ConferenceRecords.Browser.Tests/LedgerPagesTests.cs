using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

/// <summary>The ledger's pages where they have most to show: alarms, a difference, an answer that waits, refused forms.</summary>
public sealed class LedgerPagesTests(Browser browser, Portal portal) : EveryPage(browser, portal), IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_WithMuchToShow_IsAccessible_AndFitsEveryWidth()
    {
        await using var records = Portal.Databases.NewRecords();
        var session = await records.Sessions.Select(s => s.Id).SingleAsync(Cancel);
        var draft = await records.Drafts.Where(d => d.Versions.Count > 1).Select(d => d.Id).FirstAsync(Cancel);
        var opinions = await records.Opinions.Where(o => o.Number.EndsWith("15-001") || o.Number.EndsWith("15-006") || o.Number.EndsWith("01-003")).Select(o => o.Id).ToListAsync(Cancel);
        await VisitAsync("thu-ky",
        [
            $"/van-phong/hoi-nghi/{session}/tiep-thu?noi-dung=chung", $"/van-phong/hoi-nghi/{session}/tiep-thu?trang-thai=con-lai", $"/van-phong/du-thao/{draft}/thay-doi-khong-y-kien",
            .. opinions.Select(id => $"/van-phong/y-kien/{id}/tra-loi"),
        ]);
    }
}

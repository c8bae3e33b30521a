using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Conclusions;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Conclusions;

public sealed class DirectiveReaderTests
{
    private static readonly Agency Parties = new(Guid.CreateVersion7(), "Các cấp ủy trực thuộc", "Cấp ủy", isClass: true), Advisers = new(Guid.CreateVersion7(), "Các cơ quan tham mưu, giúp việc", "CQTM", isClass: true);

    private static readonly Agency Finance = new(Guid.CreateVersion7(), "Sở Tài chính", "Sở TC"), Planning = new(Guid.CreateVersion7(), "Sở Kế hoạch và Đầu tư", "Sở KH&ĐT"),
        Organisation = new(Guid.CreateVersion7(), "Ban Tổ chức Tỉnh ủy", "BTCTU", classId: Advisers.Id), Council = new(Guid.CreateVersion7(), "Hội đồng nhân dân tỉnh", "HĐND tỉnh");

    private static readonly Agency[] Agencies = [Parties, Advisers, Finance, Planning, Organisation, Council];

    private static List<ProposedDirective> Read(string text) => [.. DirectiveReader.Read(Clauses.Split(text), Agencies)];

    [Fact]
    public void Read_LeadAndCooperation_AreToldApart_AndWhoIsSpokenOfIsAskedNothing()
    {
        var proposal = Assert.Single(Read("Giao Sở Tài chính chủ trì, phối hợp với Sở KH&ĐT và Ban Tổ chức Tỉnh uỷ tham mưu phương án, trình Hội đồng nhân dân tỉnh trước ngày 15/12/2021."));
        Assert.Equal((Finance.Id, "Sở Tài chính", new DateOnly(2021, 12, 14)), (proposal.LeadAgencyId, proposal.Addressee, proposal.Deadline?.Day));
        Assert.Equal([Planning.Id, Organisation.Id], proposal.CooperatingAgencyIds);
        Assert.StartsWith("Chủ trì, phối hợp với Sở KH&ĐT", proposal.Text, StringComparison.Ordinal);
        Assert.True(proposal.IsLikely);
    }

    [Fact]
    public void Read_List_GoesOnWithAddresseeAndDeadlineOfItsSentence_AndEndsWithIt()
    {
        var proposals = Read("Trong năm 2022, yêu cầu các cấp uỷ trực thuộc thực hiện nghiêm các nghị quyết; tăng cường kiểm tra; đẩy mạnh thi đua. Hội nghị kết thúc trong ngày.");
        Assert.Equal(["Các cấp ủy trực thuộc", "Các cấp ủy trực thuộc", "Các cấp ủy trực thuộc", null], proposals.Select(p => p.Addressee));
        Assert.Equal(["Thực hiện nghiêm các nghị quyết", "Tăng cường kiểm tra", "Đẩy mạnh thi đua"], proposals.Take(3).Select(p => p.Text));
        Assert.All(proposals.Take(3), p => Assert.Equal(("Trong năm 2022", (DateOnly?)new DateOnly(2022, 12, 31), null), (p.Deadline?.Words, p.Deadline?.Day, p.LeadAgencyId)));
        Assert.Null(proposals[3].Deadline);
        Assert.False(proposals[3].IsLikely);
    }

    [Fact]
    public void Read_AddresseeOutsideTheList_IsTakenAsSaid() =>
        Assert.Equal("các địa phương, đơn vị", Assert.Single(Read("Đề nghị các địa phương, đơn vị nghiêm túc quán triệt kết luận này.")).Addressee);

    [Fact]
    public void Extracts_OfAllAgencies_WithTheRest_AreTheWhole()
    {
        var author = Guid.CreateVersion7();
        var facts = Gen.Select(
            Gen.OneOf<string?>(null, "Các cấp ủy trực thuộc và Sở TC", "các cơ quan tham mưu giúp việc", "Nhân dân trong tỉnh"), Gen.OneOf(Gen.Const((Guid?)null), Gen.OneOf(Agencies).Select(a => (Guid?)a.Id)),
            Gen.OneOf(Agencies).Array[0, 2]).Select((addressee, lead, with) => new DirectiveFacts(addressee, "Việc", LeadAgencyId: lead, CooperatingAgencyIds: [.. with.Select(a => a.Id)]));
        facts.Array[0, 12].Sample(all =>
        {
            var conclusion = new Conclusion(Guid.CreateVersion7(), Guid.CreateVersion7(), new("Tên", "Nội dung"), author);
            foreach (var one in all) conclusion.AddDirective(Guid.CreateVersion7(), one, author);
            var extracts = new DirectiveExtracts(conclusion.Directives, Agencies);
            Assert.Equal(conclusion.Directives.Select(d => d.Number), extracts.All.SelectMany(e => e.Directives).Concat(extracts.Unnamed).Select(d => d.Number).Distinct().Order());
            Assert.Empty(extracts.All.SelectMany(e => e.Directives).Intersect(extracts.Unnamed));

            // What is said to a class is said to each agency of it.
            Assert.Superset(extracts.Of(Advisers).ToHashSet(), extracts.Of(Organisation).ToHashSet());
        });
    }
}

using ConferenceRecords.Documents.Agenda;

namespace ConferenceRecords.Documents.Tests.Agenda;

/// <summary>The groups of the portal's first session.</summary>
internal static class Categories
{
    public static readonly KnownCategory Submission = new(Guid.CreateVersion7(), "Cho ý kiến trước khi Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh", "Trước khi trình HĐND");
    public static readonly KnownCategory Issuance = new(Guid.CreateVersion7(), "Cho ý kiến để hoàn thiện trước khi ban hành", "Trước khi ban hành");
    public static readonly KnownCategory Adoption = new(Guid.CreateVersion7(), "Thông qua và báo cáo tại hội nghị", "Thông qua, báo cáo");

    public static IReadOnlyList<KnownCategory> All => [Submission, Issuance, Adoption];
}

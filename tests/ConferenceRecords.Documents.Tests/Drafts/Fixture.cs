namespace ConferenceRecords.Documents.Tests.Drafts;

internal static class Fixture
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Drafts", "Fixtures", name);
}

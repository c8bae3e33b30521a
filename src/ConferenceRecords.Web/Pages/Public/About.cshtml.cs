namespace ConferenceRecords.Web.Pages.Public;

public sealed class AboutModel : PlainPage;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class OpenDataModel : PlainPage;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class AccessibilityModel : PlainPage;

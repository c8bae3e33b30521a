namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A page of words alone: it changes with the program and its settings.</summary>
public abstract class PlainPage : PublicPage
{
    public void OnGet()
    {
    }
}

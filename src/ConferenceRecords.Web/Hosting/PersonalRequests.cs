namespace ConferenceRecords.Web.Hosting;

/// <summary>Requests behind which a person looks at a page.</summary>
internal static class PersonalRequests
{
    /// <summary>Whether a person opens the page: what a browser fetches ahead, or a script asks for, was not seen by anybody.</summary>
    public static bool IsOpenedByAPerson(this HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.AsksForJson() && !request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal);
}

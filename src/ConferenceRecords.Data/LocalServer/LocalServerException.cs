namespace ConferenceRecords.Data.LocalServer;

/// <summary>The private server cannot run here. The message is for the user, in Vietnamese, and says what to do.</summary>
public sealed class LocalServerException : Exception
{
    /// <summary>Says why and what to do.</summary>
    /// <param name="message">Message for the user.</param>
    /// <param name="cause">What failed beneath.</param>
    public LocalServerException(string message, Exception? cause = null)
        : base(message, cause) { }
}

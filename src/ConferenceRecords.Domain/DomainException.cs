namespace ConferenceRecords.Domain;

/// <summary>A rule of the record was broken. Pages turn <see cref="Code"/> into a sentence that says what to do.</summary>
/// <param name="code">Stable code such as <c>conclusion.own-approval</c>; part of the public contract.</param>
/// <param name="message">Explanation for logs; never holds the text of a record.</param>
public sealed class DomainException(string code, string message) : Exception(message)
{
    /// <summary>Stable code of the broken rule.</summary>
    public string Code { get; } = code;
}

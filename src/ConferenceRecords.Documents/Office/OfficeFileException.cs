namespace ConferenceRecords.Documents.Office;

/// <summary>An uploaded file was refused. Nothing of it was taken.</summary>
/// <param name="problem">Why; pages turn it into a sentence that says what to do.</param>
/// <param name="message">Explanation for logs; never holds text of the file.</param>
/// <param name="place">The cell (<c>B7</c>) where the problem is one of a cell.</param>
/// <param name="inner">What was thrown underneath.</param>
public sealed class OfficeFileException(OfficeFileProblem problem, string message, string? place = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why the file was refused.</summary>
    public OfficeFileProblem Problem { get; } = problem;

    /// <summary>The cell, such as <c>B7</c>; null where the problem is not one of a cell.</summary>
    public string? Place { get; } = place;
}

/// <summary>Why an uploaded file is refused. The names are stable codes.</summary>
public enum OfficeFileProblem
{
    /// <summary>The name ends neither in .docx nor in .xlsx.</summary>
    Extension,

    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>The file is larger than <see cref="OfficeFile.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>The content is not what the extension says.</summary>
    NotWhatItsNameSays,

    /// <summary>A file of Word or Excel before 2007 (.doc, .xls).</summary>
    OldFormat,

    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>Unpacks to more than the limits of <see cref="OfficeFile"/> allow: a zip bomb.</summary>
    Bomb,

    /// <summary>Carries macros.</summary>
    Macros,

    /// <summary>Refers to something outside the file that a program would load: a picture, a template, a linked workbook.</summary>
    ExternalReference,

    /// <summary>Carries another file or an ActiveX control within it.</summary>
    EmbeddedObject,

    /// <summary>Broken, or built in a way that no office program builds it (a DTD, endless nesting, the same part twice).</summary>
    Damaged,

    /// <summary>A cell holds a formula, whose result nobody can vouch for; <see cref="OfficeFileException.Place"/> names it.</summary>
    Formula,

    /// <summary>A sheet has more rows than <see cref="SheetRows.MostRows"/>.</summary>
    TooManyRows,

    /// <summary>A sheet has more columns than <see cref="SheetRows.MostColumns"/>.</summary>
    TooManyColumns,

    /// <summary>The file is of the other kind: a document where a workbook is needed, or the reverse.</summary>
    OtherKind,

    /// <summary>A PDF has more pages than <see cref="Drafts.PdfDraft.MostPages"/>.</summary>
    TooManyPages,
}

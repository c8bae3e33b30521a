namespace ConferenceRecords.Domain.Committees;

/// <summary>The party committee of a province (Đảng bộ tỉnh), valid between two dates: provinces merge, and ordinals restart then.</summary>
public sealed class Committee
{
    private Committee() { }

    /// <summary>Creates a committee.</summary>
    /// <param name="id">Key made by the caller.</param>
    /// <param name="name">Official name.</param>
    /// <param name="province">Name of the province without "tỉnh".</param>
    /// <param name="validFrom">First day of validity; null when it is not known.</param>
    /// <param name="validTo">Last day of validity; null while it lasts.</param>
    /// <param name="issuerName">Who issues its documents ("Tỉnh ủy Thái Nguyên"); null where that is not known.</param>
    /// <param name="issuerCode">Short for that in symbols of documents ("TU"); null where that is not known.</param>
    /// <exception cref="DomainException">A name is missing or the dates are reversed.</exception>
    public Committee(Guid id, string name, string province, DateOnly? validFrom, DateOnly? validTo, string? issuerName = null, string? issuerCode = null)
    {
        Rule.Holds(validFrom is null || validTo is null || validFrom <= validTo, "committee.dates", "The last day lies before the first");
        (Id, Name, Province, ValidFrom, ValidTo) =
            (Rule.Key(id, "committee"), Rule.Text(name, "committee.name", 300), Rule.Text(province, "committee.province", 100), validFrom, validTo);
        IssuerName = Rule.OptionalText(issuerName, "committee.issuer-name", 300);
        IssuerCode = Rule.OptionalText(issuerCode, "committee.issuer-code", 30);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>Official name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Name of the province.</summary>
    public string Province { get; private init; } = "";

    /// <summary>First day of validity.</summary>
    public DateOnly? ValidFrom { get; private init; }

    /// <summary>Last day of validity.</summary>
    public DateOnly? ValidTo { get; private init; }

    /// <summary>Who issues its documents.</summary>
    public string? IssuerName { get; private init; }

    /// <summary>Short for the issuer in symbols of documents.</summary>
    public string? IssuerCode { get; private init; }
}

/// <summary>One elected or appointed period of a committee: "khóa XX, nhiệm kỳ 2020-2025".</summary>
public sealed class Term
{
    private Term() { }

    /// <summary>Creates a term.</summary>
    /// <param name="id">Key.</param>
    /// <param name="committeeId">The committee.</param>
    /// <param name="label">The number as the committee writes it, mostly Roman ("XX").</param>
    /// <param name="startYear">First calendar year.</param>
    /// <param name="endYear">Last calendar year.</param>
    /// <exception cref="DomainException">The years are reversed or the label is empty.</exception>
    public Term(Guid id, Guid committeeId, string label, int startYear, int endYear)
    {
        Rule.Holds(startYear <= endYear, "term.years", "The last year lies before the first");
        (Id, CommitteeId, Label, StartYear, EndYear) = (Rule.Key(id, "term"), committeeId, Rule.Text(label, "term.label", 20), startYear, endYear);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The committee.</summary>
    public Guid CommitteeId { get; private init; }

    /// <summary>The number as written, "XX".</summary>
    public string Label { get; private init; } = "";

    /// <summary>First calendar year.</summary>
    public int StartYear { get; private init; }

    /// <summary>Last calendar year.</summary>
    public int EndYear { get; private init; }
}

/// <summary>The body that meets: Ban Chấp hành, Ban Thường vụ.</summary>
public sealed class Body
{
    private Body() { }

    /// <summary>Creates a body.</summary>
    /// <param name="id">Key.</param>
    /// <param name="committeeId">The committee it belongs to.</param>
    /// <param name="name">Full name.</param>
    /// <param name="slug">Its part of permanent addresses, ASCII.</param>
    /// <exception cref="DomainException">A part is empty.</exception>
    public Body(Guid id, Guid committeeId, string name, string slug) =>
        (Id, CommitteeId, Name, Slug) = (Rule.Key(id, "body"), committeeId, Rule.Text(name, "body.name", 300), Rule.Text(slug, "body.slug", 100));

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The committee.</summary>
    public Guid CommitteeId { get; private init; }

    /// <summary>Full name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Part of permanent addresses.</summary>
    public string Slug { get; private init; } = "";
}

/// <summary>An agency (cơ quan): drafts papers, answers opinions, carries out tasks; or a class of them that conclusions address ("các cấp ủy trực thuộc").</summary>
public sealed class Agency
{
    private Agency() { }

    /// <summary>Creates an agency.</summary>
    /// <param name="id">Key.</param>
    /// <param name="name">Full name.</param>
    /// <param name="shortName">Short name for tables.</param>
    /// <param name="isClass">Whether it is a class of agencies.</param>
    /// <param name="classId">The class it belongs to.</param>
    /// <exception cref="DomainException">A name is empty, or a class would belong to a class.</exception>
    public Agency(Guid id, string name, string shortName, bool isClass = false, Guid? classId = null)
    {
        (Id, IsClass) = (Rule.Key(id, "agency"), isClass);
        Change(name, shortName, classId);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Short name for tables.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>Whether it is a class of agencies.</summary>
    public bool IsClass { get; private init; }

    /// <summary>The class it belongs to; null for none. What is said to the class is said to it.</summary>
    public Guid? ClassId { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Changes names and class.</summary>
    /// <param name="name">Full name.</param>
    /// <param name="shortName">Short name.</param>
    /// <param name="classId">The class it belongs to.</param>
    /// <exception cref="DomainException">A name is empty, or a class would belong to a class.</exception>
    public void Change(string name, string shortName, Guid? classId)
    {
        Rule.Holds(classId is null || !IsClass, "agency.class", "A class belongs to no class");
        (Name, ShortName, ClassId) = (Rule.Text(name, "agency.name", 300), Rule.Text(shortName, "agency.short-name", 100), classId);
    }
}

namespace ConferenceRecords.Domain.Indicators;

/// <summary>A figure of a session (chỉ tiêu) with its unit, qualifier, direction, base and period; none of them is ever dropped.</summary>
public sealed class Indicator
{
    private Indicator() { }

    /// <summary>Enters an indicator.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="position">Order, from 1.</param>
    /// <param name="facts">The figure.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public Indicator(Guid id, Guid sessionId, int position, IndicatorFacts facts)
    {
        (Id, SessionId, Position) = (Rule.Key(id, "indicator"), sessionId, position);
        Change(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>Order.</summary>
    public int Position { get; private init; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Value in <see cref="Unit"/>.</summary>
    public decimal Value { get; private set; }

    /// <summary>Unit: "%", "triệu đồng/người".</summary>
    public string Unit { get; private set; } = "";

    /// <summary>"gần", "vượt gần", "trên"; null for an exact figure.</summary>
    public string? Qualifier { get; private set; }

    /// <summary>"tăng", "giảm"; null for a level.</summary>
    public string? Direction { get; private set; }

    /// <summary>What it is compared with: "so với cùng kỳ", "so với dự toán".</summary>
    public string? Base { get; private set; }

    /// <summary>Period: "năm 2021".</summary>
    public string Period { get; private set; } = "";

    /// <summary>When it was taken out; the row stays.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Replaces the figure.</summary>
    /// <param name="facts">The new figure.</param>
    /// <exception cref="DomainException">A fact breaks a rule.</exception>
    public void Change(IndicatorFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Rule.Holds(Math.Abs(facts.Value) < 1_000_000_000_000m, "indicator.value", "The value is too large");
        Name = Rule.Text(facts.Name, "indicator.name", 300);
        (Value, Unit) = (facts.Value, Rule.Text(facts.Unit, "indicator.unit", 50));
        Qualifier = Rule.OptionalText(facts.Qualifier, "indicator.qualifier", 50);
        Direction = Rule.OptionalText(facts.Direction, "indicator.direction", 50);
        Base = Rule.OptionalText(facts.Base, "indicator.base", 200);
        Period = Rule.Text(facts.Period, "indicator.period", 100);
    }

    /// <summary>Takes it out.</summary>
    /// <param name="at">Time.</param>
    public void Remove(DateTimeOffset at) => RemovedAt ??= at;

    /// <summary>Puts it back.</summary>
    public void Restore() => RemovedAt = null;
}

/// <summary>The figure of an indicator.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Period">Period.</param>
/// <param name="Qualifier">Qualifier.</param>
/// <param name="Direction">Direction.</param>
/// <param name="Base">Base.</param>
public sealed record IndicatorFacts(string Name, decimal Value, string Unit, string Period, string? Qualifier = null, string? Direction = null, string? Base = null);

namespace ConferenceRecords.Domain.Opinions;

/// <summary>Merging of opinions that say the same: one stands for all, none stands behind one that stands behind another, and nobody's words or name go.</summary>
public static class OpinionMerging
{
    /// <summary>Puts opinions, with those behind them, behind one of them.</summary>
    /// <param name="lead">The opinion that stands for all.</param>
    /// <param name="members">The others.</param>
    /// <param name="behind">Every opinion that stands behind one of these, withdrawn ones too.</param>
    /// <returns>Whether anything changed: merging again changes nothing.</returns>
    /// <exception cref="DomainException">They are not of the same content, or one was withdrawn.</exception>
    public static bool Merge(Opinion lead, IEnumerable<Opinion> members, IEnumerable<Opinion> behind)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(behind);
        var named = members.Where(m => m.Id != lead.Id).ToList();
        if (named.TrueForAll(m => m.MergedIntoId == lead.Id)) return false;
        lead.Part();
        var moved = named.Select(m => m.Id).ToHashSet();
        foreach (var opinion in named.Concat(behind.Where(b => b.Id != lead.Id && b.MergedIntoId is { } id && moved.Contains(id))))
        {
            // A withdrawn one can't follow; put back, it stands for itself.
            if (opinion.WithdrawnAt is not null && !moved.Contains(opinion.Id)) opinion.Part();
            else opinion.MergeInto(lead);
        }
        return true;
    }
}

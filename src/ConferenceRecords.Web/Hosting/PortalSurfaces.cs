namespace ConferenceRecords.Web.Hosting;

/// <summary>Which sides of the portal a process serves (<c>Portal:Surfaces</c>).</summary>
[Flags]
public enum PortalSurfaces
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Office, delegates, administration, sign-in and the publisher.</summary>
    Office = 1,

    /// <summary>The read-only public pages.</summary>
    Public = 2,
}

/// <summary>What this process serves, for pages that point to the other side.</summary>
/// <param name="Surfaces">The sides.</param>
public sealed record PortalSetup(PortalSurfaces Surfaces);

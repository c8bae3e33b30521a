using Microsoft.AspNetCore.Identity;

namespace ConferenceRecords.Data.Accounts;

/// <summary>What an account may do.</summary>
public enum PortalRole
{
    /// <summary>Thư ký: enters and prepares.</summary>
    Secretariat,

    /// <summary>Người duyệt: the second person of a publication.</summary>
    Approver,

    /// <summary>Đại biểu: reads drafts and sends opinions.</summary>
    Delegate,

    /// <summary>Cơ quan: answers the opinions that are assigned to its agency, and sees no others.</summary>
    Agency,

    /// <summary>Quản trị: accounts and roles.</summary>
    Administrator,
}

/// <summary>An account. Its roles are a column: granting and taking one is an update, so no role needs the right to delete rows.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>Name shown.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Roles.</summary>
    public List<PortalRole> Roles { get; set; } = [];

    /// <summary>The agency for which a person with the role <see cref="PortalRole.Agency"/> answers; null for everybody else.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Whether the portal sends mail to <see cref="IdentityUser{TKey}.Email"/>.</summary>
    public bool WantsMail { get; set; } = true;

    /// <summary>A demonstration account, refused outside Development.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>Locked by an administrator, for as long as it stays so.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Last successful sign-in.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}

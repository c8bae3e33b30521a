namespace ConferenceRecords.Data.LocalServer;

/// <summary>One thing to install and what each package manager calls it.</summary>
/// <param name="Name">Name for the user.</param>
/// <param name="Apt">Debian, Ubuntu.</param>
/// <param name="Dnf">Fedora, Red Hat.</param>
/// <param name="Apk">Alpine.</param>
/// <param name="Zypper">openSUSE.</param>
/// <param name="Pacman">Arch.</param>
/// <param name="Brew">Homebrew, with its options.</param>
/// <param name="Winget">Windows; shown to the user, never run.</param>
public sealed record PackageSet(string Name, string Apt, string Dnf, string Apk, string Zypper, string Pacman, string Brew, string Winget)
{
    /// <summary>The server. Alpine keeps the rules of the languages in a package of their own; without it Vietnamese sorts wrongly.</summary>
    public static PackageSet PostgreSql { get; } = new(
        "PostgreSQL", "postgresql", "postgresql-server", "postgresql icu-data-full", "postgresql-server", "postgresql", "postgresql@17", "PostgreSQL.PostgreSQL.17");
}

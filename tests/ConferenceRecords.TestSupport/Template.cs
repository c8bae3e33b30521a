using System.Security.Cryptography;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Documents.Conclusions;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ConferenceRecords.TestSupport;

/// <summary>The pairs of databases that test classes are cloned from: made once for each build and kept for the next run.</summary>
internal static class Template
{
    /// <summary>Changes whenever migrations, rights, seeds or the code that enters them change.</summary>
    public static string Key { get; } = MakeKey();

    /// <summary>Of the hash of a password in tests. Hundreds of sign-ins by the real count are a good part of their time.</summary>
    public const int PasswordIterations = 1000;

    /// <summary>Makes a template where there is none.</summary>
    public static async Task<DatabaseNames> EnsureAsync(PrivateServer server, Contents contents)
    {
        var names = NamesOf(contents);
        await using var admin = await AdminSession.OpenAsync(server);
        await admin.LockMakingAsync();
        await EnsureAsync(server, admin, contents);
        return names;
    }

    private static async Task EnsureAsync(PrivateServer server, NpgsqlConnection admin, Contents contents)
    {
        var names = NamesOf(contents);
        // It gets its name when it is complete, the publication last.
        if (await admin.ExistsAsync(names.Publication)) return;
        var making = new DatabaseNames(names.Records + "_making", names.Publication + "_making");
        await admin.DropAsync(names);
        await admin.DropAsync(making);
        if (contents == Contents.Nothing)
        {
            await MigrateAsync(server, admin, making);
        }
        else
        {
            await EnsureAsync(server, admin, Contents.Nothing);
            await admin.CloneAsync(NamesOf(Contents.Nothing), making);
            await SeedAsync(server, making);
        }
        foreach (var (made, name) in ((string, string)[])[(making.Records, names.Records), (making.Publication, names.Publication)])
        {
            // Nobody may connect: a template with a visitor cannot be cloned.
            await admin.ExecuteAsync($"ALTER DATABASE {made} ALLOW_CONNECTIONS false");
            await admin.ExecuteAsync($"ALTER DATABASE {made} RENAME TO {name}");
        }
    }

    private static async Task MigrateAsync(PrivateServer server, NpgsqlConnection admin, DatabaseNames names)
    {
        await DatabaseSetup.CreateAsync(server.AdminConnectionString, server.PasswordFor, names, CancellationToken.None);
        // A limit counts a role's connections to all databases, here those of all test classes.
        await admin.ExecuteAsync("ALTER ROLE cr_public CONNECTION LIMIT -1");
        await DatabaseSetup.MigrateAsync(Connect(server, DatabaseSetup.Owner, names.Records), Connect(server, DatabaseSetup.Owner, names.Publication), CancellationToken.None);
    }

    private static async Task SeedAsync(PrivateServer server, DatabaseNames names)
    {
        await using var records = new RecordsContext(ContextOptions.Records(Connect(server, "cr_office", names.Records)), new Actor(), TimeProvider.System);
        await new Seed(records, TimeProvider.System).DemonstrationAsync(Checkout.Seeds, PastedDraft.Split, CancellationToken.None);
        var hasher = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = PasswordIterations }));
        foreach (var user in await records.Users.ToListAsync()) user.PasswordHash = hasher.HashPassword(user, Seed.DemonstrationPassword);
        await records.SaveChangesAsync();
        await using var publication = NpgsqlDataSource.Create(Connect(server, "cr_publisher", names.Publication));
        await new Publisher(records, publication, TimeProvider.System).DeliverAsync(CancellationToken.None, EditionDocuments.Of);
    }

    // Without a pool, so that no connection outlives its use and keeps the template busy.
    private static string Connect(PrivateServer server, string role, string database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionStringFor(role, database)) { Pooling = false }.ConnectionString;

    private static DatabaseNames NamesOf(Contents contents)
    {
        var name = $"cr_template_{Key}_{(contents == Contents.Nothing ? "nothing" : "demonstration")}";
        return new(name + "_records", name + "_publication");
    }

    private static string MakeKey()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var type in (Type[])[typeof(VietnameseText), typeof(RecordsContext), typeof(PastedDraft), typeof(Template)])
            hash.AppendData(type.Module.ModuleVersionId.ToByteArray());
        foreach (var file in Directory.GetFiles(Checkout.Seeds, "*.json").Order(StringComparer.Ordinal)) hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }
}

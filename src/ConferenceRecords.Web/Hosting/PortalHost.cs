using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Caching;
using ConferenceRecords.Web.Drafts;
using ConferenceRecords.Web.Imports;
using ConferenceRecords.Web.Mails;
using ConferenceRecords.Web.OpenData;
using ConferenceRecords.Web.Pages.Office.Drafts;
using ConferenceRecords.Web.Publishing;
using ConferenceRecords.Web.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using Npgsql;
using Serilog;
using Serilog.Events;

namespace ConferenceRecords.Web.Hosting;

/// <summary>Puts the portal together and serves it.</summary>
internal static class PortalHost
{
    /// <summary>Largest body of a request, in bytes: a pasted draft of several hundred pages.</summary>
    private const long BodyLimit = 4 << 20;

    private static readonly string[] CompressedTypes =
        ["text/html", "text/plain", "text/csv", "text/calendar", "application/json", "application/ld+json", "application/problem+json", "application/xml", "application/atom+xml"];

    private static readonly HttpMethodMetadata ReadOnly = new([HttpMethods.Get, HttpMethods.Head]);

    public static async Task<int> ServeAsync(string[] args, CancellationToken cancel)
    {
        VietnameseText.EnsureIcu();
        var builder = WebApplication.CreateBuilder(args);
        PrivateServer? server;
        PortalConnections connections;
        try
        {
            (connections, server) = await ConnectAsync(builder.Configuration, cancel);
        }
        catch (LocalServerException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        await using (server)
        {
            if (server is not null && builder.Environment.IsDevelopment()) await SeedAsync(connections, cancel);
            await using var app = Build(builder, connections);
            await app.RunAsync(cancel);
        }
        return 0;
    }

    /// <summary>Puts the portal together on databases that are there; the tests start it in the same way.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, PortalConnections connections)
    {
        var surfaces = Enum.Parse<PortalSurfaces>(builder.Configuration["Portal:Surfaces"] ?? "Office,Public");
        AddPortal(builder, connections, surfaces);
        var app = builder.Build();
        UsePortal(app, surfaces);
        return app;
    }

    /// <summary>Takes the configured databases or starts the private server with its schemas up to date.</summary>
    public static async Task<(PortalConnections Connections, PrivateServer? Server)> ConnectAsync(IConfiguration configuration, CancellationToken cancel)
    {
        var configured = PortalConnections.From(configuration);
        if (configured.IsConfigured) return (configured, null);
        var server = await PrivateServer.StartAsync(DataFolder.Default(), Console.WriteLine, cancel);
        var connections = PortalConnections.From(server);
        await DatabaseSetup.CreateAsync(server.AdminConnectionString, server.PasswordFor, new(), cancel);
        await DatabaseSetup.MigrateAsync(connections.RecordsOwner!, connections.PublicationOwner!, cancel);
        return (connections, server);
    }

    public static InvalidOperationException Missing(string name) =>
        new($"Thiếu chuỗi kết nối ConnectionStrings__{name}. Đặt biến môi trường này, hoặc bỏ hết các chuỗi kết nối để dùng PostgreSQL riêng của chương trình.");

    /// <summary>
    /// The role of the public side has a limit of connections: unless the operator says otherwise two instances fit below it, each with two more for its watch, and
    /// more visitors wait a moment. The few queries of the public side are prepared once for each connection.
    /// </summary>
    internal static string PublicPool(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);

        // Not ContainsKey, which is true for every setting that there is.
        if (!builder.ShouldSerialize("Maximum Pool Size")) builder.MaxPoolSize = 18;
        if (!builder.ShouldSerialize("Max Auto Prepare")) (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (30, 2);

        // Nothing of the public side ever sets anything on a connection, so nothing has to be undone: that would be seven statements before each question.
        if (!builder.ShouldSerialize("No Reset On Close")) builder.NoResetOnClose = true;

        // The database gives up after three seconds; whoever asks waits no longer for it, also where it does not answer at all.
        if (!builder.ShouldSerialize("Command Timeout")) builder.CommandTimeout = 5;
        return builder.ConnectionString;
    }

    private static async Task SeedAsync(PortalConnections connections, CancellationToken cancel)
    {
        await using var records = new RecordsContext(ContextOptions.Records(connections.Records!), new Actor(), TimeProvider.System);
        await SeedVerb.DemonstrationAsync(records, cancel);
    }

    private static void AddPortal(WebApplicationBuilder builder, PortalConnections connections, PortalSurfaces surfaces)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        // The host begins an activity and a scope for each request as long as its own log may be written. Nobody reads them: one line for a request is written below.
        services.AddSerilog((_, log) => log.ReadFrom.Configuration(builder.Configuration).MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off).WriteTo.Console(formatProvider: CultureInfo.InvariantCulture));
        services.AddSingleton(TimeProvider.System).AddSingleton(connections).AddSingleton(new PortalSetup(surfaces));

        // Vietnamese letters stay letters; as entities they would be half of a page.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddLocalization(o => o.ResourcesPath = "Resources").AddSingleton<IStringLocalizer<SharedText>, InterfaceText>();
        services.AddPortalPages(surfaces);
        services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, CompressedTypes));
        services.AddSingleton(PortalAddress.Read(builder.Configuration));
        var health = services.AddHealthChecks();
        if (surfaces.HasFlag(PortalSurfaces.Public))
        {
            var publication = connections.Publication ?? throw Missing("Publication");
            services.AddDbContextPool<PublicationContext>(o => o.UseRecordsDatabase(PublicPool(publication), "publication").UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
            if (PageSettings.Read(builder.Configuration) is { Limit: > 0 } pages)
            {
                services.AddSingleton(s => new PublicationWatch(publication, pages, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<PublicationWatch>>()));
                services.AddHostedService(s => s.GetRequiredService<PublicationWatch>()).AddSingleton(pages).AddSingleton<PageCheck>();
            }
            health.AddCheck<DatabaseCheck<PublicationContext>>("publication");
            services.AddApiDescription();
        }
        if (surfaces.HasFlag(PortalSurfaces.Office))
        {
            services.AddScoped<Actor>();
            services.AddDbContext<RecordsContext>(o => o.UseRecordsDatabase(connections.Records ?? throw Missing("Records"), "records"));
            services.AddPortalSignIn(builder.Environment);
            services.AddSingleton(_ => NpgsqlDataSource.Create(connections.Publisher ?? throw Missing("Publisher")));
            services.AddHostedService<PublisherService>();
            services.AddSingleton(new LibreOffice(builder.Configuration["Portal:LibreOffice"])).AddHostedService<EditionPdfService>();
            services.AddSingleton(new VersionComparisons());
            services.AddSingleton<ImportQueue>().AddHostedService<ImportService>();
            services.AddScoped<ImportStart>().AddScoped<FileStore>().AddScoped<DraftFiles>().AddScoped<OriginalFile>().AddScoped<FollowUp.EvidenceFiles>().AddScoped<FollowUp.TaskReports>();
            services.AddSingleton<DraftTexts>().AddSingleton<KeptFiles>();
            services.AddSingleton(new MailSetup(MailSettings.Read(builder.Configuration))).AddScoped<MailWriter>().AddHostedService<MailService>();
            health.AddCheck<DatabaseCheck<RecordsContext>>("records");
        }
        else
        {
            services.AddAuthentication();
            services.AddAuthorization();
        }
    }

    private static void UsePortal(WebApplication app, PortalSurfaces surfaces)
    {
        // Before everything that costs. A page from memory writes no line of the log: the traffic is counted by a meter.
        if (app.Services.GetService<PublicationWatch>() is not null) app.UseMiddleware<PageCache>();
        app.UseLanguagePrefix();

        // Outside the error pages: one line for a request, under the address that was asked for.
        app.UseSerilogRequestLogging(o =>
        {
            o.GetMessageTemplateProperties = (context, path, elapsed, status) =>
            [
                // The path without its query: a search term or a name is nobody's business in a log. Encoded, so that no line break in it begins a line of the log.
                new("RequestMethod", new ScalarValue(context.Request.Method)),
                new("RequestPath", new ScalarValue(context.Request.Path.ToUriComponent())),
                new("StatusCode", new ScalarValue(status)),
                new("Elapsed", new ScalarValue(elapsed)),
            ];

            // An open page asks every second or two; that there is nothing new, or that its sign-in has ended, is worth no line.
            o.GetLevel = (context, _, problem) => problem is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
                : context.Response.StatusCode == StatusCodes.Status204NoContent
                    || (context.Response.StatusCode == StatusCodes.Status401Unauthorized && context.Request.IsAskedByAnOpenPage()) ? LogEventLevel.Debug : LogEventLevel.Information;
        });
        app.UsePortalHeaders();

        // A draft of a hundred pages is 1 MB, compressed 40 kB. Only here: no other site can have these pages asked for with the person's cookie, they repeat
        // nothing out of the address, and each form's token is masked anew, so that the length of an answer tells nothing.
        // Public pages hold nothing that has to stay hidden.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/dai-bieu") || !PortalPaths.IsPrivate(context.Request.Path), compressed => compressed.UseResponseCompression());
        app.UseExceptionHandler("/loi/500");
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        if (surfaces.HasFlag(PortalSurfaces.Public)) app.UseRepresentationSuffix();
        if (surfaces.HasFlag(PortalSurfaces.Public)) app.UseOpenData();
        app.UseRouting();
        app.UseBodyLimit(BodyLimit);
        app.UseAuthentication();
        if (surfaces.HasFlag(PortalSurfaces.Office)) app.UseActor();
        app.UseAuthorization();
        if (surfaces.HasFlag(PortalSurfaces.Office)) app.UseFileGate(BodyLimit);
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().WithMetadata(ReadOnly);
        app.MapHealthChecks("/health/ready").AllowAnonymous().WithMetadata(ReadOnly);
        app.MapRazorPages().WithStaticAssets();
        if (surfaces.HasFlag(PortalSurfaces.Public)) app.MapOpenData();

        // A process without public pages begins where its people do.
        if (surfaces.HasFlag(PortalSurfaces.Public)) app.MapPublicFiles();
        else app.MapGet("/", (HttpRequest request) => Results.LocalRedirect(request.PathBase + "/dang-nhap")).AllowAnonymous();

        // Without an endpoint an unknown address would ask for a sign-in.
        app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
    }
}

using ConferenceRecords.Data.Records;

namespace ConferenceRecords.Web.Mails;

/// <summary>Looks every few seconds for mails to send and every few minutes for deadlines to remind of.</summary>
internal sealed class MailService(IServiceScopeFactory scopes, MailSetup setup, TimeProvider clock, ILogger<MailService> log) : BackgroundService
{
    private static readonly TimeSpan SendEvery = TimeSpan.FromSeconds(10), RemindEvery = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => setup.Settings is not { } settings ? Task.CompletedTask : Task.WhenAll(
        RepeatAsync(SendEvery, services => new MailSender(services.GetRequiredService<RecordsContext>(), settings, clock, log).SendDueAsync(stoppingToken), stoppingToken),
        RepeatAsync(
            RemindEvery, services => services.GetRequiredService<RecordsContext>().RemindAsync(services.GetRequiredService<MailWriter>(), clock.GetUtcNow(), stoppingToken), stoppingToken));

    private async Task RepeatAsync(TimeSpan every, Func<IServiceProvider, Task> act, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await act(scope.ServiceProvider);
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                // The kind of the fault and not its text, which may name an address: the next look tries again.
                log.LogWarning("Looking for mails failed: {Fault}", fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}

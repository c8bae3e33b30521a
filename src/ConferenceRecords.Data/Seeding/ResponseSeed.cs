using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Seeding;

/// <summary>Enters what became of the demonstration's opinions; the opinions are stored already.</summary>
internal sealed class ResponseSeed(RecordsContext records, ResponsesFile file, IReadOnlyDictionary<string, Draft> drafts, DateTimeOffset now)
{
    private static Guid Office => SeedKey.Id("account", "account-thu-ky");

    private static Guid Clerk => SeedKey.Id("account", "account-co-quan");

    public async Task AddAsync(CancellationToken cancel)
    {
        foreach (var merged in file.Merged)
        {
            var lead = await OpinionAsync(merged.Lead, cancel);
            foreach (var member in merged.Members) (await OpinionAsync(member, cancel)).MergeInto(lead);
        }
        records.AddRange(file.Responses.Select(Of));
        records.AddRange(file.ChangeReasons.Select(r => new ChangeReason(
            SeedKey.Id("change-reason", $"{r.Draft}/{r.Version}/{r.Number}"), Version(r.Draft, r.Version).Id, Version(r.Draft, r.Version).Paragraphs[r.Number - 1].Id, r.Text, Office, now)));
        await records.SaveChangesAsync(cancel);
    }

    private Response Of(SeedResponse seed)
    {
        var response = new Response(SeedKey.Id("opinion", seed.Opinion), seed.Illustrative);
        if (seed.Agency is { } agency)
            response.Assign(SeedKey.Id("agency", agency), seed.DueInDays is { } days ? VietnamTime.DateOf(now).AddDays(days) : null, now);
        if (seed.Disposition is not { } disposition) return response;
        var version = seed.Change is { } change ? Version(change.Draft, change.Version) : null;
        var isOffice = seed.AnsweredBy == SeedAnswerer.Office;
        response.Give(
            new(disposition, seed.Text, seed.HandedTo is { } other ? SeedKey.Id("agency", other) : null, version?.Id, version?.Paragraphs[seed.Change!.Number - 1].Id), isOffice ? Office : Clerk, isOffice, now);
        if (seed.Confirmed) response.Confirm(Office, now);
        return response;
    }

    private DraftVersion Version(string draft, int number) => drafts[draft].Versions[number - 1];

    private Task<Opinion> OpinionAsync(string key, CancellationToken cancel)
    {
        var id = SeedKey.Id("opinion", key);
        return records.Opinions.SingleAsync(o => o.Id == id, cancel);
    }
}

internal sealed record ResponsesFile(SeedMerged[] Merged, SeedResponse[] Responses, SeedChangeReason[] ChangeReasons);

internal sealed record SeedMerged(string Lead, string[] Members);

internal enum SeedAnswerer
{
    Office,
    Agency,
}

internal sealed record SeedResponse(
    string Opinion, string? Agency, int? DueInDays, Disposition? Disposition, string? Text, string? HandedTo, SeedPlace? Change, SeedAnswerer? AnsweredBy, bool Confirmed, bool Illustrative);

internal sealed record SeedChangeReason(string Draft, int Version, int Number, string Text);

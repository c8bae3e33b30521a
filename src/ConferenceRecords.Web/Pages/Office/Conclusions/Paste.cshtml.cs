using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The closing speech, pasted from Word: looked at as clauses first, then saved as the text of the conclusion.</summary>
[RequestFormLimits(ValueLengthLimit = 4 << 20)]
public sealed class PasteModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public PasteInput Input { get; set; } = null!;

    /// <summary>The clauses of what was pasted; null before it was looked at.</summary>
    public IReadOnlyList<Clause>? Clauses { get; private set; }

    /// <summary>The encoding that the text came in, where it was not Unicode.</summary>
    public LegacyEncoding Converted { get; private set; }

    /// <summary>Directives whose sentence would stand in the text no more.</summary>
    public int Untied { get; private set; }

    public bool HasText { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var conclusion = await LoadAsync(cancel);
        if (conclusion is { State: ReleaseState.Submitted }) return NotFound();
        Input = new(conclusion?.Id ?? Guid.CreateVersion7(), conclusion?.Version ?? 0, null);
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancel)
    {
        var conclusion = await LoadAsync(cancel);

        // The door for text has taken some letters of the old encodings away: they are read as they came.
        var raw = Request.Form["Input.Text"].ToString();
        Converted = LegacyText.Detect(raw);
        if (Converted != LegacyEncoding.None)
        {
            Input = Input with { Text = VietnameseText.Clean(LegacyText.ToUnicode(raw, Converted)) };
            ModelState.Remove("Input.Text");
        }
        if (!this.Validate(Input, new PasteInput.Validator())) return this.Refused();
        Look(conclusion);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var conclusion = await LoadAsync(cancel);
        if (!this.Validate(Input, new PasteInput.Validator())) return this.Refused();
        if (conclusion is null)
        {
            if (await Records.Conclusions.AnyAsync(c => c.Id == Input.Id, cancel)) return this.KeyTaken(id => Input = Input with { Id = id });
            if (!this.Try(() => Records.Add(new Conclusion(Input.Id, Session.Id, new($"Kết luận {Session.Title}", Input.Text!), User.UserId())))) return this.Refused();
        }
        else if (conclusion.Body != Input.Text)
        {
            Records.Entry(conclusion).Property(c => c.Version).OriginalValue = Input.Version;
            if (!this.Try(() => conclusion.Write(TextOf(conclusion) with { Body = Input.Text! }, User.UserId()))) return this.Refused();
        }
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved)
        {
            this.Say(this.Text()["Đã lưu nội dung kết luận."]);
            return RedirectToPage("Clauses", new { Session.Id });
        }
        Records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is not { } now) return NotFound();
        Look(now);
        Input = Input with { Id = now.Id, Version = now.Version };
        ModelState.Remove("Input.Id");
        ModelState.Remove("Input.Version");
        return this.Refused();
    }

    private void Look(Conclusion? conclusion)
    {
        Clauses = Domain.Conclusions.Clauses.Split(Input.Text!);
        Untied = conclusion?.Directives.Count(d => d.RemovedAt is null && d.Quote is { } quote && !Input.Text!.Contains(quote, StringComparison.Ordinal)) ?? 0;
    }

    private async Task<Conclusion?> LoadAsync(CancellationToken cancel)
    {
        var conclusion = await Records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == Session.Id, cancel);
        HasText = conclusion is not null;
        return conclusion;
    }

    private static ConclusionText TextOf(Conclusion c) => new(c.Title, c.Body, c.Symbol, c.IssuedOn, c.Signer, c.SourceNote, c.SignerName, c.SignedFor, c.Place, c.Recipients);

    public sealed record PasteInput(Guid Id, uint Version, string? Text)
    {
        public sealed class Validator : AbstractValidator<PasteInput>
        {
            public Validator() => RuleFor(x => x.Text).Text(Conclusion.BodyLength, "Dán phát biểu kết luận", "Nội dung dài quá 200.000 ký tự. Hãy chia thành nhiều văn bản").NotStamped();
        }
    }
}

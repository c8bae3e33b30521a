using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Responses;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Responses;

/// <summary>The edges of both alarms, one by one.</summary>
public sealed class AlarmTests
{
    private const string Budget = "Thu ngân sách nhà nước vượt dự toán gần 7,4%. Chi ngân sách bám sát dự toán được giao, ưu tiên an sinh xã hội.";
    private const string Export = "Giá trị hàng xuất khẩu tăng gần 18% trong khi công nghiệp tăng 7,7% về giá trị sản xuất.";
    private const string Health = "Nâng chất lượng khám, chữa bệnh tại tuyến cơ sở; bảo đảm an sinh cho người có công và hộ nghèo.";
    private const string Staff = "Củng cố tổ chức cơ sở đảng, làm tốt quy hoạch, đào tạo và luân chuyển cán bộ.";

    private static readonly IReadOnlySet<(Guid, Guid)> NoReason = new HashSet<(Guid, Guid)>();

    private static DraftHistory Draft(params string[][] versions)
    {
        List<HistoryVersion> made = [.. versions.Select((texts, v) => new HistoryVersion(Guid.CreateVersion7(), v + 1, [.. texts.Select((text, i) => Paragraph(text, i + 1))]))];
        return new(Guid.CreateVersion7(), made, [.. made.Zip(made.Skip(1), (one, two) => VersionComparison.Of(one.Paragraphs, two.Paragraphs))]);
    }

    /// <summary>"# I. ..." is a heading with its marker.</summary>
    private static ComparedParagraph Paragraph(string text, int number) => text.StartsWith("# ", StringComparison.Ordinal)
        ? new(Guid.CreateVersion7(), number, ParagraphKind.Heading, text.Split(' ')[1], text[(text.IndexOf(' ', 2) + 1)..], 0)
        : new(Guid.CreateVersion7(), number, ParagraphKind.Body, null, text, 0);

    private static TextPlace At(DraftHistory draft, int version, int? number) => new(draft.Versions[version - 1].Id, number is { } n ? draft.Versions[version - 1].Paragraphs[n - 1].Id : null);

    private static AnsweredOpinion Taken(TextPlace? place, TextPlace? named = null, Disposition disposition = Disposition.Accepted, bool asks = true, TextPlace? placement = null) => new(
        Guid.CreateVersion7(), asks, new(disposition, null, null, named?.VersionId, named?.ParagraphId), place is null ? [] : [place], placement is null ? [] : [placement]);

    private static AcceptedState State(DraftHistory draft, AnsweredOpinion opinion) => AcceptedTexts.StateOf([draft], opinion);

    private static int Unexplained(DraftHistory draft, params AnsweredOpinion[] opinions) => TextChanges.Explained(draft, opinions, NoReason).Count(c => c.Ground == ChangeGround.None);

    [Fact]
    public void Accepted_OnAParagraphThatChanged_IsSilent_AndOnOneThatDidNot_Alarms()
    {
        var draft = Draft([Budget, Export, Health], [Budget, Export.Replace("18%", "18,2%", StringComparison.Ordinal), Health]);
        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, 2))));
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 1))));
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 1), disposition: Disposition.PartlyAccepted)));
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 2), At(draft, 2, 1))));
        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, 1), At(draft, 2, 2))));
    }

    [Fact]
    public void Opinion_ThatPromisesNothing_OrIsOnTheNewestText_IsNoAlarm()
    {
        var draft = Draft([Budget], [Budget]);
        Assert.Equal(AcceptedState.NotOnText, State(draft, Taken(At(draft, 1, 1), disposition: Disposition.Kept)));
        Assert.Equal(AcceptedState.NotOnText, State(draft, Taken(At(draft, 1, 1), asks: false)));
        Assert.Equal(AcceptedState.NotOnText, State(draft, Taken(place: null)));
        Assert.Equal(AcceptedState.NotOnText, AcceptedTexts.StateOf([], Taken(At(draft, 1, 1))));
        Assert.Equal(AcceptedState.NoNewVersion, State(draft, Taken(At(draft, 2, 1))));
        var single = Draft([Budget]);
        Assert.Equal(AcceptedState.NoNewVersion, State(single, Taken(At(single, 1, 1))));
    }

    [Fact]
    public void Change_ThatWentBackLater_Alarms()
    {
        var draft = Draft([Budget, Health], [Budget + " Có lộ trình cụ thể cho từng năm.", Health], [Budget, Health]);
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 1))));
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 1), At(draft, 2, 1))));
    }

    [Fact]
    public void Removal_IsAChange_AlsoWhenTheAnswerNamesNoParagraph()
    {
        var draft = Draft([Budget, Export, Health], [Budget, Health]);
        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, 2))));
        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, 2), new(draft.Versions[1].Id, null))));
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 1), new(draft.Versions[1].Id, null))));
        Assert.Equal(0, Unexplained(draft, Taken(At(draft, 1, 2))));
        Assert.Equal(1, Unexplained(draft, Taken(At(draft, 1, 1))));
    }

    [Fact]
    public void Moving_Renumbering_Punctuation_DividingAndJoining_ChangeNoWords()
    {
        var halves = Budget.Split(". ");
        foreach (var newer in (string[][])[[Export, Budget, Health, Staff], [halves[0] + ".", halves[1], Export, Health, Staff], [Budget + " " + Export, Health, Staff], [Budget.Replace(". Chi", "; Chi", StringComparison.Ordinal), Export, Health, Staff]])
        {
            var draft = Draft([Budget, Export, Health, Staff], newer);
            Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 1))));
            Assert.Equal(0, Unexplained(draft));
        }
    }

    [Fact]
    public void JoinedWithOneThatChanged_IsUnchangedItself()
    {
        var draft = Draft([Budget, Export, Health, Staff], [Budget + " " + Export.Replace("gần 18%", "trên 18,3%", StringComparison.Ordinal), Health, Staff]);
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 1))));
        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, 2))));
        Assert.Equal(1, Unexplained(draft));
    }

    [Fact]
    public void Heading_CoversEverythingUnderIt_AndTheWholeDraftNothingByItself()
    {
        string[] older = ["# I. KẾT QUẢ", Budget, Export, "# II. NHIỆM VỤ", Health];
        var draft = Draft(older, ["# I. KẾT QUẢ", Budget, Export + " " + Staff, "# II. NHIỆM VỤ", Health]);
        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, 1))));
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 4))));
        Assert.Equal((0, 1), (Unexplained(draft, Taken(At(draft, 1, 1))), Unexplained(draft, Taken(At(draft, 1, 4)))));

        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, null))));
        var same = Draft(older, older);
        Assert.Equal(AcceptedState.Unchanged, State(same, Taken(At(same, 1, null))));
        Assert.Equal((1, 0), (Unexplained(draft, Taken(At(draft, 1, null))), Unexplained(draft, Taken(At(draft, 1, null), At(draft, 2, 3)))));

        var added = Draft(older, ["# I. KẾT QUẢ", Budget, Export, Staff, "# II. NHIỆM VỤ", Health]);
        Assert.Equal(AcceptedState.Changed, State(added, Taken(At(added, 1, 1))));
        Assert.Equal((0, 1), (Unexplained(added, Taken(At(added, 1, 1))), Unexplained(added, Taken(At(added, 1, 2)))));
    }

    [Fact]
    public void Placement_ByAPerson_GoesBeforeWhatTheProgramFinds()
    {
        var draft = Draft([Budget, Export, Health], [Budget, Export, Health + " " + Staff]);
        Assert.Equal(AcceptedState.Unchanged, State(draft, Taken(At(draft, 1, 1))));
        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, 1), placement: At(draft, 2, 3))));
        Assert.Equal(AcceptedState.Changed, State(draft, Taken(At(draft, 1, 1), placement: new(draft.Versions[1].Id, null))));
        Assert.Equal((1, 0), (Unexplained(draft, Taken(At(draft, 1, 1))), Unexplained(draft, Taken(At(draft, 1, 1), placement: At(draft, 2, 3)))));
    }

    [Fact]
    public void Merged_OneOfThePlacesThatChanged_IsEnough_AndAllAreExplained()
    {
        var draft = Draft([Budget, Export, Health], [Budget, Export + " " + Staff, Health]);
        var both = new AnsweredOpinion(Guid.CreateVersion7(), true, new(Disposition.Accepted, null), [At(draft, 1, 1), At(draft, 1, 2)], []);
        Assert.Equal((AcceptedState.Changed, 0), (State(draft, both), Unexplained(draft, both)));
    }

    [Fact]
    public void Change_IsExplained_OnlyByWhatWasTakenIn_BeforeIt_OrByAReason()
    {
        var draft = Draft([Budget, Export], [Budget, Export], [Budget + " " + Staff, Export]);
        Assert.Equal(0, Unexplained(draft, Taken(At(draft, 1, 1))));
        Assert.Equal(0, Unexplained(draft, Taken(At(draft, 2, 1))));
        Assert.Equal(1, Unexplained(draft, Taken(At(draft, 3, 1))));
        Assert.Equal(1, Unexplained(draft, Taken(At(draft, 1, 1), disposition: Disposition.Kept)));
        Assert.Equal(1, Unexplained(draft, Taken(At(draft, 1, 1), asks: false)));

        // An answer that names an earlier version says that its change was made there.
        Assert.Equal(1, Unexplained(draft, Taken(At(draft, 1, 1), At(draft, 2, 1))));
        var change = Assert.Single(TextChanges.Explained(draft, [], new HashSet<(Guid, Guid)> { (draft.Versions[2].Id, draft.Versions[2].Paragraphs[0].Id) }));
        Assert.Equal((ChangeGround.Reason, draft.Versions[1].Id), (change.Ground, change.Change.OlderVersionId));
    }
}

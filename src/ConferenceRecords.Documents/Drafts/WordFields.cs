namespace ConferenceRecords.Documents.Drafts;

/// <summary>The fields that are open at a place of the text: of each only the result is text, and of a table of contents nothing.</summary>
internal sealed class WordFields(LeftOut left)
{
    private readonly List<Field> open = [];
    private int hiding;

    /// <summary>Whether what stands here is no text: an instruction, or an entry of a table of contents.</summary>
    public bool Hides => hiding > 0;

    /// <summary>A field that never ends hides what follows: no office program writes one.</summary>
    public bool IsOpen => open.Count > 0;

    public void On(string? sign)
    {
        if (sign == "begin")
        {
            open.Add(new());
            hiding++;
        }
        else if (sign == "separate" && open.Count > 0 && !open[^1].HasResult)
        {
            open[^1].HasResult = true;
            open[^1].IsLeftOut = IsLeftOut(open[^1].Instruction, left);
            if (!open[^1].IsLeftOut) hiding--;
        }
        else if (sign == "end" && open.Count > 0)
        {
            if (!open[^1].HasResult || open[^1].IsLeftOut) hiding--;
            open.RemoveAt(open.Count - 1);
        }
    }

    public void Code(string instruction)
    {
        if (open.Count > 0 && !open[^1].HasResult && open[^1].Instruction.Length < 200) open[^1].Instruction += instruction;
    }

    /// <summary>Looks at an instruction; true when its result is no text of the draft.</summary>
    public static bool IsLeftOut(string? instruction, LeftOut left)
    {
        switch ((instruction ?? "").TrimStart().Split(' ', '\\', '"')[0].ToUpperInvariant())
        {
            case "TOC" or "TOA" or "INDEX":
                left.Add(LeftOut.Contents);
                return true;
            case "HYPERLINK":
                left.Add(LeftOut.Links);
                return false;
            case "INCLUDETEXT" or "INCLUDEPICTURE" or "INCLUDE" or "IMPORT" or "DDE" or "DDEAUTO" or "LINK" or "RD" or "DATABASE" or "MACROBUTTON":
                left.Add(LeftOut.Fields);
                return false;
            default:
                return false;
        }
    }

    private sealed class Field
    {
        public string Instruction { get; set; } = "";

        public bool HasResult { get; set; }

        public bool IsLeftOut { get; set; }
    }
}

using ConferenceRecords.Documents.Word;
using ConferenceRecords.Domain.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mathematics = DocumentFormat.OpenXml.Math;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Vector = DocumentFormat.OpenXml.Vml;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Reads what stands in a paragraph: runs wherever they are nested, notes, symbols; of what is no text only the count and the text boxes.</summary>
internal sealed class WordRuns(WordReading reading, WordFields fields, bool hasNotes)
{
    private readonly List<OpenXmlElement> boxes = [];
    private MarkedText text = new();
    private StyleLook paragraph = StyleLook.Nothing;

    /// <summary>Reads a paragraph behind what the line holds already.</summary>
    /// <param name="source">The paragraph.</param>
    /// <param name="look">What its properties and its style say.</param>
    /// <param name="line">The line.</param>
    /// <returns>The text boxes that are anchored in it.</returns>
    public IReadOnlyList<OpenXmlElement> Read(Paragraph source, StyleLook look, MarkedText line)
    {
        (text, paragraph) = (line, look);
        boxes.Clear();
        Inline(source, isShown: true);
        return [.. boxes];
    }

    private void Inline(OpenXmlElement parent, bool isShown)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Run run:
                    Read(run, isShown);
                    break;
                case InsertedRun or MoveToRun:
                    Inline(child, reading.Takes(isInserted: true) && isShown);
                    break;
                case DeletedRun or MoveFromRun:
                    Inline(child, reading.Takes(isInserted: false) && isShown);
                    break;
                case SimpleField field:
                    Inline(child, !WordFields.IsLeftOut(field.Instruction?.Value, reading.Left) && isShown);
                    break;
                case Hyperlink link:
                    if (link.Id is not null) reading.Left.Add(LeftOut.Links);
                    Inline(child, isShown);
                    break;
                case AlternateContent content:
                    if (WordReading.Chosen(content) is { } chosen) Inline(chosen, isShown);
                    break;
                case Mathematics.OfficeMath or Mathematics.Paragraph:
                    reading.Left.Add(LeftOut.Equations);
                    break;
                case ParagraphProperties or SdtProperties:
                    break;
                default:
                    if (child.HasChildren) Inline(child, isShown);
                    break;
            }
        }
    }

    private void Read(Run run, bool isShown)
    {
        var look = reading.Styles.OfRun(StyleLook.Nothing.Or(reading.Properties(run.RunProperties)), paragraph);
        if (isShown && look.Hidden == true && run.ChildElements.Any(c => c is Text)) reading.Left.Add(LeftOut.Hidden);
        var encoding = LegacyText.OfFont(look.Font) is var ofFont and not LegacyEncoding.None ? ofFont : reading.Encoding;
        Content(run, isShown && look.Hidden != true, look, encoding);
    }

    private void Content(OpenXmlElement parent, bool isShown, StyleLook look, LegacyEncoding encoding)
    {
        foreach (var piece in parent.ChildElements)
        {
            // A field goes on being counted where nothing is shown.
            if (piece is FieldChar sign) fields.On(sign.FieldCharType?.InnerText);
            else if (piece is FieldCode code) fields.Code(code.Text);
            else if (isShown && !fields.Hides) Take(piece, look, encoding);
        }
    }

    private void Take(OpenXmlElement piece, StyleLook look, LegacyEncoding encoding)
    {
        var set = Set(look);
        switch (piece)
        {
            case Text or DeletedText:
                text.Add(((OpenXmlLeafTextElement)piece).Text, set, encoding, LegacyText.IsInCapitals(look.Font));
                break;
            case TabChar or PositionalTab:
                text.Add("\t", set);
                break;
            case Break or CarriageReturn:
                text.Add("\n", set);
                break;
            case NoBreakHyphen:
                text.Add("-", set);
                break;
            case SymbolChar symbol:
                text.Add(WordSymbols.Of(symbol.Font?.Value, symbol.Char?.Value, reading.Left), set);
                break;
            case FootnoteEndnoteReferenceType reference when hasNotes:
                text.Add(reading.Notes.Refer(reference), MarkSet.NoteReference);
                break;
            case Drawing or Picture or EmbeddedObject:
                Shape(piece);
                break;
            case AlternateContent content:
                if (WordReading.Chosen(content) is { } chosen) Content(chosen, isShown: true, look, encoding);
                break;
            case Ruby ruby:
                if (ruby.GetFirstChild<RubyBase>() is { } letters) Inline(letters, isShown: true);
                break;
        }
    }

    /// <summary>The text of a box is text of the draft; a picture or a shape without text is counted.</summary>
    private void Shape(OpenXmlElement shape)
    {
        var (found, isPicture) = (boxes.Count, false);
        Look(shape);
        if (boxes.Count == found) reading.Left.Add(isPicture ? LeftOut.Pictures : LeftOut.Drawings);

        void Look(OpenXmlElement parent)
        {
            foreach (var child in parent.ChildElements)
            {
                isPicture |= child is Pictures.Picture or Vector.ImageData;
                if (child is TextBoxContent) boxes.Add(child);
                else if (child is AlternateContent content && WordReading.Chosen(content) is { } chosen) Look(chosen);
                else if (child.HasChildren) Look(child);
            }
        }
    }

    private static MarkSet Set(StyleLook look)
    {
        var set = MarkSet.None;
        if (look.Bold == true) set |= MarkSet.Bold;
        if (look.Italic == true) set |= MarkSet.Italic;
        if (look.Underline == true) set |= MarkSet.Underline;
        if (look.Position == "superscript") set |= MarkSet.Superscript;
        if (look.Position == "subscript") set |= MarkSet.Subscript;
        return set;
    }
}

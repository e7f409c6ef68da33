using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>One conversion of Markdown to storage.</summary>
internal sealed class StorageSession(string markdown, StorageContext context)
{
    private readonly HashSet<string> restored = new(StringComparer.Ordinal);

    private LineStarts? lines;

    public string Markdown { get; } = markdown;

    public bool MayHoldFormulas { get; } = markdown.Contains('$');

    /// <summary>The Markdown of a block; one that nothing closes may end, to Markdig, behind the text.</summary>
    public ReadOnlySpan<char> Source(SourceSpan place)
    {
        var start = Math.Clamp(place.Start, 0, Markdown.Length);
        return Markdown.AsSpan(start, Math.Clamp(place.End + 1, start, Markdown.Length) - start);
    }

    public ConversionLinks Links { get; } = context.Options.Links;

    public IMacroReader Macros { get; } = context.Macros;

    public HeadingAnchors Headings => context.Headings?.Value ?? HeadingAnchors.None;

    /// <summary>The notes that the text names; null until the document was asked.</summary>
    public FootnoteNumbers? Footnotes { get; set; } = context.Footnotes;

    /// <summary>The anchor that the base has for a link target, or null.</summary>
    public string? KnownAnchor(string target) => context.Anchors?.GetValueOrDefault(target);

    /// <summary>Whether the base has an address as text that leads nowhere.</summary>
    public bool IsPlain(string address) => context.PlainText?.Value?.Contains(address, StringComparison.Ordinal) == true;

    /// <summary>What of the Markdown has no place in the page.</summary>
    public List<ConversionFinding> Findings { get; } = [];

    /// <summary>Where in the Markdown the tag or link stands that is being read.</summary>
    public int Place { get; set; }

    /// <summary>Notes something at that place.</summary>
    public void Report(FindingKind kind, string message, string help) =>
        ReportAt(Place, kind, message, help);

    /// <summary>Notes something at a place of the Markdown.</summary>
    public void ReportAt(int place, FindingKind kind, string message, string help)
    {
        var (line, column) = (lines ??= new LineStarts(Markdown)).At(place);
        Findings.Add(new ConversionFinding(kind, line, column, message, help));
    }

    /// <summary>The value of an attribute; one that was disarmed is the page's own again, and a person is told.</summary>
    public string Restored(string? value)
    {
        var restored = LinkSafety.Restore(value ?? "");
        if (restored != (value ?? ""))
        {
            this.restored.Add(restored);
            ReportAddress(restored);
        }

        return restored;
    }

    /// <summary>Whether a value came out of a form that nothing runs, and a person was told.</summary>
    public bool IsRestored(string value) => restored.Contains(value);

    /// <summary>The page that the document is an edit of: what it does not have comes from a person. Null for a new page.</summary>
    public BaseContent? Base => context.Base;

    /// <summary>Notes an address that could run code.</summary>
    public void ReportAddress(string address) => Report(FindingKind.LinkIsDisarmed, $"address \"{Short(address)}\" could run code",
        "write an address that begins with https:, or take the link out");

    /// <summary>The last line that may be a title.</summary>
    public TitleMark? Title { get; private set; }

    /// <summary>
    /// Notes a line that may be a title. It is the title of what is open where it comes first in that, and is then taken back.
    /// </summary>
    public void MarkTitle(TitleMark title)
    {
        Title = title;
        if (Frames is [.., { Tag: { } tag } frame] && frame.Start == title.Start)
        {
            TakeTitle(tag.Attributes);
        }
    }

    /// <summary>Puts the title, where it was the last thing written, in its place among the attributes of a macro that shows one.</summary>
    public void TakeTitle(List<KeyValuePair<string, string?>> attributes)
    {
        var at = attributes.FindIndex(static attribute => TitleMark.IsShown(attribute.Key));
        if (at < 0 || Title is not { } title || title.End != Text.Length)
        {
            return;
        }

        Title = null;
        Text.Take(title.Start);
        var place = Place;
        Place = title.Place;
        var read = TitleOf(title.Inside);
        Place = place;
        Text.Append(read.Paragraph);
        var name = title.Beside.FirstOrDefault(static attribute => TitleMark.IsShown(attribute.Key)).Key ?? attributes[at].Key;
        var text = TitleMark.Of(name, read.Text);
        var said = title.Beside.Select(attribute => attribute.Key == name ? text : attribute).ToList();
        attributes.RemoveAt(at);
        attributes.InsertRange(at, said.Contains(text) ? said : [text, .. said]);
    }

    /// <summary>What a title can say of a stretch of storage; a person is told of links that lead nowhere any more.</summary>
    public TitleText TitleOf(string storage)
    {
        var title = TitleText.Of(storage);
        foreach (var words in title.Links)
        {
            Report(FindingKind.PartIsDropped, $"where \"{Short(words)}\" leads is dropped: a title of a page is text",
                "put the link into the text below");
        }

        return title;
    }

    /// <summary>The beginning of a text, in one line.</summary>
    public static string Short(ReadOnlySpan<char> text) =>
        (text.Length > 40 ? string.Concat(text[..40], "…") : text.ToString()).OnOneLine();

    /// <summary>Whether the text being read is none: nothing in it is linked or shown as something else.</summary>
    public bool IsVerbatim { get; set; }

    /// <summary>How many links are open whose text is being read.</summary>
    public int Brackets { get; set; }

    /// <summary>All that was written so far.</summary>
    public StorageText Text { get; } = new();

    /// <summary>Every element that is open, the innermost last.</summary>
    public List<Frame> Frames { get; } = [];

    /// <summary>
    /// Whether tags or directives were seen that nobody writes on purpose: not closed, closed in another order, with one attribute twice.
    /// </summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether a block of HTML was read that may leave text in no paragraph.</summary>
    public bool HasLooseText { get; set; }

    /// <summary>A conversion of the same Markdown from its beginning.</summary>
    public StorageSession Again() => new(Markdown, context);

    /// <summary>The path that first led to each attachment.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Number of task items so far: an id that is not written counts on.</summary>
    public int Tasks { get; set; }

    /// <summary>The ids that stand behind the task being read.</summary>
    public DirectiveTag? TaskIds { get; set; }

    /// <summary>What stands above the table that comes next.</summary>
    public DirectiveTag? TableDirective { get; set; }
}

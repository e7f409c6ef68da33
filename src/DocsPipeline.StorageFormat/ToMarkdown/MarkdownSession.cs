using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>One conversion of one page to Markdown: what is read, what is written, what is noted on the way.</summary>
internal sealed class MarkdownSession(
    StorageTree tree, ConversionOptions options, INodeWriter nodes, IMacroWriter macros, SourceMap? map, bool withFootnotes = true)
{
    private readonly List<string> attachments = [];
    private HeadingAnchors? headings;
    private HashSet<string>? withBodies;

    public StorageTree Tree { get; } = tree;

    public IMacroWriter Macros { get; } = macros;

    public ConversionOptions Options { get; } = options;

    public MarkdownOutput Out { get; } = new();

    public SourceMap? Map { get; } = map;

    public Treatments Treatments { get; } = new();

    public List<ConversionFinding> Findings { get; } = [];

    public List<string> InlineComments { get; } = [];

    public IReadOnlyList<string> Attachments => attachments;

    public LoneCharacters Lone { get; } = new(tree);

    public Addresses Addresses { get; } = new(tree);

    public HeadingAnchors Headings => headings ??= HeadingAnchors.Of(Tree, Options.Title);

    /// <summary>The notes that are written as Markdown's; null where the page has none, or none that Markdown says the same way.</summary>
    public PageFootnotes? Footnotes { get; } = withFootnotes && PageFootnotes.Of(tree) is { AreSound: true } notes ? notes : null;

    /// <summary>Whether a note turned out to stand where Markdown has none.</summary>
    public bool CannotHaveFootnotes { get; set; }

    /// <summary>Whether a macro of this name stands in the page with a rich body.</summary>
    public bool HasBodies(string macro) => (withBodies ??= MacrosWithBodies()).Contains(macro);

    /// <summary>Whether the space that the next text begins with is written already.</summary>
    public bool SkipsSpace { get; set; }

    /// <summary>Where the text began that was written last, and where it ended; a name of an emoji goes over no other mark.</summary>
    public (int Start, int End) Words { get; set; }

    /// <summary>Where the address ends that was written last.</summary>
    public int AddressEnd { get; private set; }

    /// <summary>Inside a Markdown list: alerts do not render there.</summary>
    public int ListDepth { get; set; }

    /// <summary>The lists that took the other bullet.</summary>
    public HashSet<int> SecondLists { get; } = [];

    /// <summary>Number of task items so far: ids that simply count are not written.</summary>
    public int Tasks { get; set; }

    /// <summary>The page properties that were taken out, so that the block writer skips them.</summary>
    public int PropertiesNode { get; set; }

    /// <summary>Begins an element in the map, where there is one.</summary>
    public void Open(int node, BlockForm form) => Open(node, node, form);

    /// <summary>Begins a run of siblings in the map.</summary>
    public void Open(int first, int last, BlockForm form)
    {
        if (Map is not null)
        {
            Out.Touch();
            Map.Open(Tree[first].Start, Tree[last].End, Out.Length, Out.Prefix, form);
        }
    }

    /// <summary>Writes a block, whatever it is.</summary>
    public void WriteBlock(int node) => nodes.WriteBlock(this, node);

    /// <summary>Writes text, or an element that stands in a line of it, whatever it is.</summary>
    public void WriteInline(int node, InlineContext context) => nodes.WriteInline(this, node, context);

    /// <summary>Writes an element that has a form of its own within HTML; false for every other.</summary>
    public bool TryWriteHtml(int node, bool breaksLines) => nodes.TryWriteHtml(this, node, breaksLines);

    public void Close() => Map?.Close(Out.Length);

    /// <summary>Notes in the map what blocks had to do with each other.</summary>
    public void Finish()
    {
        if (Map is not null)
        {
            (Map.LooksForHeadings, Map.Tasks) = (headings is not null, Tasks);
        }
    }

    /// <summary>Writes an address, or the end of one, as it is.</summary>
    public void WriteAddress(string address, AddressForm? form)
    {
        Out.Write(address);
        Out.Write(form == AddressForm.Loose ? EmptyComment.Text : "");
        AddressEnd = Out.Length;
    }

    /// <summary>Notes that what was written since a place is a text of the page.</summary>
    public void MapText(int start, int node, TextForm form) => MapText(start, Out.Length, node, form);

    public void MapText(int start, int end, int node, TextForm form)
    {
        if (Map is not null && node != 0)
        {
            var isCData = Tree[node].Kind == NodeKind.CData;
            var (from, to) = isCData ? (Tree[node].InnerStart, Tree[node].InnerEnd) : (Tree[node].Start, Tree[node].End);
            Map.Texts.Add(new MappedText(start, end, from, to, form, isCData));
        }
    }

    /// <summary>Takes spaces off the end of the line; they are then no part of the text that wrote them.</summary>
    public void TrimSpaces()
    {
        Out.TrimSpaces();
        for (var at = (Map?.Texts.Count ?? 0) - 1; at >= 0 && Map!.Texts[at] is { } text && text.End > Out.Length; at--)
        {
            Map.Texts[at] = text with { Start = Math.Min(text.Start, Out.Length), End = Out.Length };
        }
    }

    public string FileOf(string attachment)
    {
        if (!attachments.Contains(attachment))
        {
            attachments.Add(attachment);
        }

        return Options.Links.FileOf(attachment);
    }

    public void Report(FindingKind kind, int node, string message, string help) =>
        Findings.Add(ConversionFinding.At(kind, Tree.Source, Tree[node].Start, message, help));

    public void Preserve(int node) => Treatments.Add(NodeName.Of(Tree, node), Treatment.Preserved);

    public void Drop(int node, string reason)
    {
        Treatments.Add(NodeName.Of(Tree, node), Treatment.Dropped);
        Report(FindingKind.PartIsDropped, node, $"{NodeName.Of(Tree, node)} is dropped: {reason}",
            "take it out of the page, or say it there in another way");
    }

    private HashSet<string> MacrosWithBodies()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var node = 1; node < Tree.Count; node++)
        {
            if (Tree.ElementOf(node) == Element.RichTextBody && Tree.Attribute(Tree[node].Parent, "ac:name") is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }
}

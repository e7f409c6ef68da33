using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>One conversion of Markdown to storage.</summary>
internal sealed class StorageSession(string markdown, StorageContext context)
{
    public string Markdown { get; } = markdown;

    public ConversionLinks Links { get; } = context.Options.Links;

    public IMacroReader Macros { get; } = context.Macros;

    public HeadingAnchors Headings => context.Headings?.Value ?? HeadingAnchors.None;

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
        Findings.Add(ConversionFinding.At(kind, Markdown, Place, message, help));

    /// <summary>The value of an attribute; one that was disarmed is the page's own again, and a person is told.</summary>
    public string Restored(string? value)
    {
        var restored = LinkSafety.Restore(value ?? "");
        if (restored != (value ?? ""))
        {
            ReportAddress(restored);
        }

        return restored;
    }

    /// <summary>Notes an address that could run code.</summary>
    public void ReportAddress(string address) => Report(FindingKind.LinkIsDisarmed,
        $"address \"{(address.Length > 40 ? address[..40] + "…" : address).OnOneLine()}\" could run code",
        "write an address that begins with https:, or take the link out");

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

    /// <summary>A conversion of the same Markdown from its beginning.</summary>
    public StorageSession Again() => new(Markdown, context);

    /// <summary>Number of task items so far: an id that is not written counts on.</summary>
    public int Tasks { get; set; }

    /// <summary>The ids that stand behind the task being read.</summary>
    public DirectiveTag? TaskIds { get; set; }

    /// <summary>What stands above the table that comes next.</summary>
    public DirectiveTag? TableDirective { get; set; }
}

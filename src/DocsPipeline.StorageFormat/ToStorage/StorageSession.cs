using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>One conversion of Markdown to storage.</summary>
internal sealed class StorageSession(string markdown, StorageContext context)
{
    public string Markdown { get; } = markdown;

    public ConversionLinks Links { get; } = context.Options.Links;

    public IMacroReader Macros { get; } = context.Macros;

    public HeadingAnchors Headings { get; } = context.Headings ?? HeadingAnchors.None;

    /// <summary>The anchor that the base has for a link target, or null.</summary>
    public string? KnownAnchor(string target) => context.Anchors?.GetValueOrDefault(target);

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

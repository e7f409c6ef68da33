using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>What a conversion to storage is told beside the Markdown.</summary>
internal sealed record StorageContext(ConversionOptions Options, IMacroReader Macros)
{
    /// <summary>The headings that a link within the document can name; null where the document itself is to be asked.</summary>
    public Lazy<HeadingAnchors>? Headings { get; init; }

    /// <summary>The numbers of the notes; null where the document itself is to be asked.</summary>
    public FootnoteNumbers? Footnotes { get; init; }

    /// <summary>The page that the Markdown is an edit of; null where it is a new one.</summary>
    public BaseContent? Base { get; init; }

    /// <summary>The text of the base that stands in no link, where it may hold addresses; null where it does not.</summary>
    public Lazy<string?>? PlainText { get; init; }

    /// <summary>Confluence's anchors by the link target that the base has for them.</summary>
    public IReadOnlyDictionary<string, string>? Anchors { get; init; }
}

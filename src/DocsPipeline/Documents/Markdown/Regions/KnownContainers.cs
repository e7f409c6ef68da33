using System.Collections.Frozen;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>The containers that are not about readers: Confluence's panels, plain and coloured. Their text shows as it would without them;
/// every other name is a fault, and its content internal.</summary>
internal static class KnownContainers
{
    public static FrozenSet<string> Names { get; } = new[] { "panel", "note", "tip", "important", "warning", "caution" }.ToFrozenSet(
        StringComparer.Ordinal);

    /// <summary>Macros with a body that may show outside; those that are not here stay inside with everything in them.</summary>
    public static FrozenSet<string> MacrosToShow { get; } =
        new[] { "section", "column", "excerpt", "details", "code", "noformat", "mermaid", "mermaid-cloud", "plantuml", "math", "latex",
            "markdown" }.ToFrozenSet(StringComparer.Ordinal);
}

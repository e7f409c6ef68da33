using System.Collections.Frozen;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>The containers that are not about readers: Confluence's panels, plain and coloured. Their text shows as it would without them;
/// every other name is a fault, and its content internal.</summary>
internal static class KnownContainers
{
    public static FrozenSet<string> Names { get; } =
        new[] { "panel", "note", "tip", "important", "warning", "caution", $"{NodePrefix}panel" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the name of a container begins with that is a node of Confluence's new editor.</summary>
    public const string NodePrefix = "adf-";

    /// <summary>
    /// Macros that may show outside: those with a body that is text, and those that are a link to a file. Those that are not here stay
    /// inside with everything in them.
    /// </summary>
    public static FrozenSet<string> MacrosToShow { get; } =
        new[] { "section", "column", "excerpt", "details", "code", "noformat", "mermaid", "mermaid-cloud", "plantuml", "math", "latex",
            "markdown", "view-file", "viewfile", "viewpdf", "viewdoc", "viewxls", "viewppt", "drawio", "drawio-sketch", "gliffy" }
            .ToFrozenSet(StringComparer.Ordinal);
}

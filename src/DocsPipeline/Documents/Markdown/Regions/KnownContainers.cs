using System.Collections.Frozen;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>
/// The containers that are not about readers: those through which the text shows as it would without them, and those that only mean
/// something in Confluence and stay inside. Every other name is a fault, and its content internal.
/// </summary>
public static class KnownContainers
{
    public static FrozenSet<string> Transparent { get; } =
        new[] { "panel", "layout", "section", "column", "cell", "expand", "details", "figure", "align", "indent" }.ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> Opaque { get; } = new[] { "macro", "confluence", "storage" }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string name) => Transparent.Contains(name) || Opaque.Contains(name);
}

using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>GitHub's five alerts and Confluence's panels: a box with a word over it that also those hear who do not see its
/// colour.</summary>
internal static class AlertBox
{
    private static readonly string[] Kinds = ["note", "tip", "important", "warning", "caution"];

    public static string Names { get; } = string.Join(", ", Kinds).ToUpperInvariant();

    public static bool IsKind(string name) => Array.IndexOf(Kinds, name) >= 0;

    /// <summary>A box around the children; a plain panel without a title has nothing to show but them.</summary>
    public static ElementNode Around(string name, string title, IReadOnlyList<Node> children, Readers readers, Place place)
    {
        var shown = title.Length > 0 ? title : IsKind(name) ? char.ToUpperInvariant(name[0]) + name[1..] : "";
        IReadOnlyList<Node> heading = shown.Length == 0
            ? []
            : [Element(
                "p", "alert-title", [Element("strong", null, [new TextNode(shown, readers, place)], readers, place)], readers, place)];
        var box = Element("div", IsKind(name) ? $"alert alert-{name}" : null, [.. heading, .. children], readers, place);
        return IsKind(name) ? box with { Attributes = [.. box.Attributes, KeyValuePair.Create("role", "note")] } : box;
    }

    private static ElementNode Element(string tag, string? name, IReadOnlyList<Node> children, Readers readers, Place place) =>
        new(tag, name is null ? [] : [KeyValuePair.Create("class", name)], children, readers, place);
}

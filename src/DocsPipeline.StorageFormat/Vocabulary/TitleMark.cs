namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// Where in the storage a line stands that may be the title of a macro, what it is, where that stands in the Markdown, and what else its
/// tag says of the macro.
/// </summary>
internal sealed record TitleMark(int Start, int End, string Inside, int Place, IReadOnlyList<KeyValuePair<string, string?>> Beside)
{
    /// <summary>What marks the tag around such a line.</summary>
    public const string Attribute = "data-title";

    public const string Tag = $"<b {Attribute}";

    /// <summary>What stands among the attributes of the macro in its place.</summary>
    public const string Shown = "title" + MacroAttributeNames.Shown;

    /// <summary>Whether an attribute stands in the place of a title, which may have no name in the page.</summary>
    public static bool IsShown(string attribute) => attribute is Shown or "_" + MacroAttributeNames.Shown;

    /// <summary>The title as an attribute of the macro, by the name that is said in its place.</summary>
    public static KeyValuePair<string, string?> Of(string shown, string text) =>
        new(shown[..^MacroAttributeNames.Shown.Length], text);
}

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
}

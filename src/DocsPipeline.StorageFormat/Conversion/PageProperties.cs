namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>
/// The page properties that become front matter, in the page's order: name → YAML text of the value (scalar, block sequence or verbatim).
/// </summary>
public sealed record PageProperties(IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A text as the YAML of a field: plain where YAML reads it as it stands, quoted elsewhere.</summary>
    public static string Scalar(string text) => YamlText.Write(text);

    /// <summary>Texts as the YAML of a field: a block sequence.</summary>
    public static string Sequence(IEnumerable<string> texts) => string.Join('\n', texts.Select(text => $"- {YamlText.Write(text)}"));
}

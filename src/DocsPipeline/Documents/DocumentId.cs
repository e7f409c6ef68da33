using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents;

/// <summary>
/// A document's identity: written into its front matter once, never derived and never reused, so that titles and paths may change.
/// Kebab-case ASCII, 3 to 80 characters, no two hyphens in a row (<c>--</c> separates a partner in the addressed names of addenda).
/// </summary>
public readonly record struct DocumentId
{
    private DocumentId(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out DocumentId id)
    {
        var valid = text is { Length: >= 3 and <= 80 } && text[0] != '-' && text[^1] != '-'
            && !text.Contains("--", StringComparison.Ordinal);
        foreach (var character in text ?? "")
        {
            valid &= character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';
        }

        id = valid ? new DocumentId(text!) : default;
        return valid;
    }

    /// <summary>Says that another document has the id already.</summary>
    internal static Diagnostic IsTaken(string path, SourceSpan span, string id, string first) => Catalogue.FrontMatter.IdIsTaken.At(
        path, span, $"id `{id}` belongs to another document", help: "give this document an id of its own",
        notes: $"{first} has it already");

    public override string ToString() => Value ?? "";
}

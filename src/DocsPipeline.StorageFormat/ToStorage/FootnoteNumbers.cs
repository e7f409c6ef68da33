using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The notes of a document that its text names, in the order in which it first does: their numbers.</summary>
internal sealed class FootnoteNumbers
{
    private readonly Dictionary<string, (string Name, int Number)> notes = new(StringComparer.OrdinalIgnoreCase);

    public static FootnoteNumbers Of(MarkdownDocument document)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var definition in document.Descendants<FootnoteDefinition>())
        {
            names.TryAdd(definition.Name, definition.Name);
        }

        var numbers = new FootnoteNumbers();
        foreach (var reference in names.Count == 0 ? [] : document.Descendants<FootnoteReference>())
        {
            if (names.TryGetValue(reference.Name, out var name))
            {
                numbers.notes.TryAdd(reference.Name, (name, numbers.notes.Count + 1));
            }
        }

        return numbers;
    }

    /// <summary>The note that a name is one of, spelled as where it is written; null where there is none, or no text names it.</summary>
    public (string Name, int Number)? Find(string name) => notes.TryGetValue(name, out var note) ? note : null;
}

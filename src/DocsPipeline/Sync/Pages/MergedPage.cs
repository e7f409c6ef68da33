using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Merging;

namespace DocsPipeline.Sync.Pages;

/// <summary>
/// What a document and its page come to together; <see cref="Text"/> is null where one of them cannot be read, and the diagnostics say why.
/// </summary>
internal sealed record MergedPage(ConversionResult Now, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The page as it was when it and the document agreed last; null where nobody knows.</summary>
    public ConversionResult? Before { get; init; }

    /// <summary>
    /// The Markdown of both sides, with both texts of a conflict in it; the document's own text where nothing of it changes.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Places of the text that both sides changed.</summary>
    public int TextConflicts { get; init; }

    /// <summary>Fields that both sides changed.</summary>
    public IReadOnlyList<FieldConflict> FieldConflicts { get; init; } = [];

    public bool ChangesDocumentText { get; init; }

    public bool ChangesPageText { get; init; }

    /// <summary>Front matter that the document takes from the page; null takes a field away.</summary>
    public IReadOnlyDictionary<string, YamlNode?> DocumentFields { get; init; } = new Dictionary<string, YamlNode?>();

    /// <summary>Properties, and the title, that the page takes from the document; null takes one away.</summary>
    public IReadOnlyDictionary<string, YamlNode?> PageFields { get; init; } = new Dictionary<string, YamlNode?>();

    public int Conflicts => TextConflicts + FieldConflicts.Count;

    public bool ChangesDocument => ChangesDocumentText || DocumentFields.Count > 0;

    /// <summary>The page had page properties and has none any more: nobody can tell its fields from its space's defaults.</summary>
    public bool HasLostProperties => Now.Properties is null && Before?.Properties is not null;

    /// <summary>In words where the conflicts are: <c>2 in the text, `summary`</c>.</summary>
    public string ConflictPlaces
    {
        get
        {
            var places = FieldConflicts.Select(conflict => $"`{conflict.Key}`");
            return string.Join(", ", TextConflicts > 0 ? places.Prepend($"{TextConflicts} in the text") : places);
        }
    }
}

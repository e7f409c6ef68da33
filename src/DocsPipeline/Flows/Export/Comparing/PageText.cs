using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Merging;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>What a comparison came to, before anything is written. <see cref="What"/> is empty where nothing differs; <see cref="Now"/> is null where the page's body was not looked at or cannot be read.</summary>
internal sealed record PageText(PageCandidate Candidate, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Today's page as Markdown.</summary>
    public ConversionResult? Now { get; init; }

    /// <summary>The page as it was exported last.</summary>
    public ConversionResult? Then { get; init; }

    /// <summary>Front matter to write, or (null) to take away.</summary>
    public IReadOnlyDictionary<string, YamlNode?> Fields { get; init; } = new Dictionary<string, YamlNode?>();

    /// <summary>The Markdown to write; null leaves the document's.</summary>
    public string? Body { get; init; }

    public string What { get; init; } = "";

    public int Conflicts { get; init; }

    public IReadOnlyList<FieldConflict> FieldConflicts { get; init; } = [];
}

namespace Build.Testing;

/// <summary>
/// A part of the program whose faults leak, lose or invent something: the files that are changed, as globs below the library, and the tests
/// that have to notice it, as <c>dotnet test --filter</c> reads it. Tests of whole flows stay out: each mutant would take minutes.
/// </summary>
internal sealed record MutationPart(string Name, IReadOnlyList<string> Files, string Filter)
{
    /// <summary>In the order in which a document meets them.</summary>
    public static IReadOnlyList<MutationPart> All { get; } =
    [
        new("gate", ["Flows/Publish/Approval/*.cs"], Tests("Publish.Approv", "CodeOwners")),
        new("projection",
            ["Documents/Access/*.cs", "Documents/Markdown/Projection.cs", "Documents/Markdown/VisibleSource.cs"],
            Tests("Documents.Access", "Documents.Markdown.ProjectionTests", "Documents.Markdown.VisibleSource")),
        new("planner",
            ["Flows/Publish/Comparing/*.cs", "Sync/Planning/*.cs"],
            Tests("Publish.Change", "Publish.Guardrails", "Publish.PlanBindings", "RequiredCapabilities", "Sync.Planning")),
        new("ledger",
            ["Sync/Ledger/*.cs", "Sync/Branches/LedgerBranch.cs", "Flows/Publish/Applying/LedgerDraft.cs"],
            Tests("Sync.Ledger", "Sync.Branches.LedgerBranch", "Publish.LedgerDraft")),
        new("import", ["Flows/Import/Ledger/*.cs", "Flows/Import/FeedReader.cs"], Tests("Import.ImportState", "Import.FeedReader")),
    ];

    private static string Tests(params IEnumerable<string> names) => string.Join('|', names.Select(name => $"FullyQualifiedName~{name}"));
}

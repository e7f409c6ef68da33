namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>A Markdown after an edit, and what the edit did, in words; words that a page has once tell where they went.</summary>
internal sealed record PageEdit(string Operation, string Markdown)
{
    /// <summary>The words of lines that say something else now, or stand in another kind of element.</summary>
    public HashSet<string> Changed { get; init; } = [];

    /// <summary>The words of stretches that stand elsewhere now, each as a whole.</summary>
    public List<HashSet<string>> Moved { get; init; } = [];

    /// <summary>Where something came, went or was taken out.</summary>
    public List<Seam> Seams { get; init; } = [];

    /// <summary>The words of lists that have no item left.</summary>
    public HashSet<string> Emptied { get; init; } = [];

    /// <summary>The words that were not there before.</summary>
    public HashSet<string> Fresh { get; init; } = [];

    /// <summary>This edit and one that was made after it.</summary>
    public PageEdit Then(PageEdit next) => new($"{Operation}+{next.Operation}", next.Markdown)
    {
        Changed = [.. Changed, .. next.Changed],
        Moved = [.. Moved, .. next.Moved],
        Seams = [.. Seams, .. next.Seams],
        Emptied = [.. Emptied, .. next.Emptied],
        Fresh = [.. Fresh, .. next.Fresh],
    };
}

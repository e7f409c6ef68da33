namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>
/// A place between two stretches of a Markdown: the words in front of it and behind it. What holds words of both was touched;
/// <paramref name="IsWithin"/> where what holds either may have been.
/// </summary>
internal sealed record Seam(HashSet<string> Before, HashSet<string> After, bool IsWithin)
{
    public bool Touches(IReadOnlySet<string> words) => IsWithin
        ? Before.Overlaps(words) || After.Overlaps(words)
        : Before.Overlaps(words) && After.Overlaps(words);
}

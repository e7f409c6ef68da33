using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>How many seeded edits came out as they must, for each operation, and which did not.</summary>
internal sealed class EditFigures
{
    private static readonly ConversionOptions Options = new();

    private readonly SortedDictionary<string, (int Made, int Right)> counts = new(StringComparer.Ordinal);

    /// <summary>The page, the seed and the operation of each edit that went wrong, and what did.</summary>
    public List<string> Faults { get; } = [];

    public int Made => counts.Values.Sum(count => count.Made);

    public double Share => Made == 0 ? 1 : (double)counts.Values.Sum(count => count.Right) / Made;

    /// <summary>The operations of which fewer came out right; one edit of an operation may always be the odd one.</summary>
    public IEnumerable<string> Below(double share) => counts.Where(count => count.Value.Right < Math.Floor(share * count.Value.Made))
        .Select(count => $"{count.Key}: {count.Value.Right} of {count.Value.Made}");

    /// <summary>Makes one edit of a page and judges what comes out.</summary>
    public void Add(string name, string page, int seed, string operation)
    {
        var storage = SeededMarks.In(page, seed);
        if (new StorageFormatToMarkdown().Convert(storage, Options).Markdown is not { } markdown
            || Make(storage, markdown, seed, operation) is not { } edit || edit.Markdown == markdown)
        {
            return;
        }

        var result = new MarkdownToStorageFormat().Convert(edit.Markdown, storage, Options);
        var faults = EditOracle.Faults(storage, markdown, edit, result, Options);
        var (made, right) = counts.GetValueOrDefault(operation);
        counts[operation] = (made + 1, right + (faults.Count == 0 ? 1 : 0));
        if (faults.Count > 0)
        {
            Faults.Add($"{name} {seed} {edit.Operation}: {string.Join("; ", faults).Replace("\n", "⏎")}");
        }
    }

    /// <summary>The edit that a seed makes of a page.</summary>
    public static PageEdit? Make(string storage, string markdown, int seed, string operation)
    {
        var tree = StorageScanner.Scan(storage, out _)!;
        var unique = PageWords.Once(tree, markdown).Keys.ToHashSet();
        var marked = EditOracle.Marked(tree).Where(unique.Contains).ToList();
        return new RandomEdit(new Random(seed), unique, marked).Of(operation, markdown);
    }

    public override string ToString() => $"{Made} edits, {Share:P1} right\n" + string.Join('\n', counts.Select(count =>
        $"{count.Value.Right,5} of {count.Value.Made,5}  {(double)count.Value.Right / count.Value.Made:P1}  {count.Key}"));
}

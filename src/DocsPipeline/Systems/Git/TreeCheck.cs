using System.Collections.Concurrent;
using System.Text;
using DocsPipeline.Diagnostics;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// What git's own check of received objects would refuse in a tree, held against every tree before it is read, compared or merged: libgit2
/// takes all of it. In a tree out of order a search misses what a listing shows, and of two entries with one name each reader sees another.
/// Each tree is looked at once.
/// </summary>
internal sealed class TreeCheck
{
    private const int DeepestFolder = 128;
    private const long MostFiles = 1_000_000;

    private readonly ConcurrentDictionary<ObjectId, Extent> known = new();

    /// <summary>The tree itself, or a <see cref="PipelineException"/> (DOC0909).</summary>
    public Tree Demand(Tree tree, CancellationToken cancellation)
    {
        Measure(tree, "", 0, cancellation);
        return tree;
    }

    private Extent Measure(Tree tree, string path, int depth, CancellationToken cancellation)
    {
        if (!known.TryGetValue(tree.Id, out var extent))
        {
            cancellation.ThrowIfCancellationRequested();
            Demand(depth < DeepestFolder, path, "lies too deep");
            known[tree.Id] = extent = MeasureEntries(tree, path, depth, cancellation);
        }

        Demand(depth + extent.Height < DeepestFolder, path, "lies too deep");
        Demand(extent.Files < MostFiles, path, "holds too many files");
        return extent;
    }

    private Extent MeasureEntries(Tree tree, string path, int depth, CancellationToken cancellation)
    {
        var extent = new Extent(0, 0);
        var names = new HashSet<string>(StringComparer.Ordinal);
        byte[] last = [];
        foreach (var entry in tree)
        {
            var place = $"{path}{entry.Name}";
            var fault = EntryName.Fault(entry.Name);
            Demand(fault is null, place, fault ?? "");
            Demand(names.Add(entry.Name), place, "is there twice");
            var key = SortKey(entry);
            Demand(last.AsSpan().SequenceCompareTo(key) < 0, place, "stands out of order");
            last = key;
            extent = extent.With(entry.Target is Tree below ? Measure(below, $"{place}/", depth + 1, cancellation) : null);
        }

        return extent;
    }

    // git sorts a folder as if its name ended with a slash.
    private static byte[] SortKey(LibGit2Sharp.TreeEntry entry) =>
        Encoding.UTF8.GetBytes(entry.TargetType == TreeEntryTargetType.Tree ? $"{entry.Name}/" : entry.Name);

    private static void Demand(bool holds, string path, string fault)
    {
        if (!holds)
        {
            throw new PipelineException(ExitCode.Errors, TreeReader.Fault(path, fault));
        }
    }

    private readonly record struct Extent(long Files, int Height)
    {
        public Extent With(Extent? below) => below is { } folder
            ? new Extent(Math.Min(Files + folder.Files, MostFiles), Math.Max(Height, folder.Height + 1))
            : this with { Files = Math.Min(Files + 1, MostFiles) };
    }
}

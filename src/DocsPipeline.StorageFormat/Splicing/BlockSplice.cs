using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToStorage;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Finds the blocks that an edit touched and renders them again, as deep down as they read by themselves: the item, not the list; the cell,
/// not the table.
/// </summary>
internal sealed class BlockSplice(StorageTree tree, Edit edit, StorageContext context)
{
    /// <summary>Together with so many neighbours; a block that is not in Markdown by itself is read as part of them.</summary>
    public const int Everything = int.MaxValue / 2;

    private readonly FragmentReader fragments = new(edit, context);

    /// <summary>
    /// The replacements for some hunks, descending at most so deep, with so many neighbours on either side; null where something does not
    /// read by itself.
    /// </summary>
    public List<Replacement>? For(List<Hunk> hunks, int depth, int neighbours = 0)
    {
        var stretches = new List<Stretch>();
        return Within(edit.Map.Root, hunks, depth, neighbours, stretches) ? Reunion.Of(tree, stretches, fragments) : null;
    }

    private bool Within(MappedBlock container, List<Hunk> hunks, int depth, int neighbours, List<Stretch> stretches)
    {
        if (container.Children.Count == 0)
        {
            return false;
        }

        var groups = Groups(container, hunks, neighbours);
        foreach (var group in groups)
        {
            var only = container.Children[group.First];
            var deeper = new List<Stretch>();
            // What moved from one block to another is no change within each of them.
            var isMoved = groups.Count > 1 && group.Hunks.Exists(edit.IsMoved);
            if (group.First == group.Last && depth > 0 && !isMoved && Holds(only, group.Hunks)
                && Within(only, group.Hunks, depth - 1, neighbours, deeper))
            {
                stretches.AddRange(deeper);
            }
            else if (Renew(container, group.First, group.Last) is { } stretch)
            {
                stretches.Add(stretch);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether hunks lie between the first and the last child of a block, so that they are about these.</summary>
    private static bool Holds(MappedBlock block, List<Hunk> hunks) =>
        block.Children.Count > 0 && hunks.TrueForAll(hunk => hunk.Start >= LineStart(block) && hunk.End <= block.Children[^1].End + 1
            && hunk.End >= block.Children[0].Start);

    /// <summary>A hunk by lines starts where its line does, in front of the marker of a list item.</summary>
    private static int LineStart(MappedBlock block) => block.Children[0].Start - block.Children[0].Prefix.Length - 8;

    private static List<(int First, int Last, List<Hunk> Hunks)> Groups(MappedBlock container, List<Hunk> hunks, int neighbours)
    {
        var groups = new List<(int First, int Last, List<Hunk> Hunks)>();
        var blocks = container.Children;
        foreach (var hunk in hunks)
        {
            var first = Math.Min(Offsets.First(blocks, block => block.End >= hunk.Start), blocks.Count - 1);
            var last = Math.Max(Offsets.First(blocks, block => block.Start > (hunk.End > hunk.Start ? hunk.End - 1 : hunk.End)) - 1, 0);
            // Between two children the one in front is rendered again with what follows it.
            (first, last) = first > last ? (last, Math.Max(last, Math.Min(first, last))) : (first, last);
            (first, last) = (Math.Max(0, first - neighbours), Math.Min(blocks.Count - 1, last + neighbours));
            if (groups.Count > 0 && groups[^1].Last >= first)
            {
                groups[^1].Hunks.Add(hunk);
                groups[^1] = (Math.Min(groups[^1].First, first), Math.Max(groups[^1].Last, last), groups[^1].Hunks);
            }
            else
            {
                groups.Add((first, last, [hunk]));
            }
        }

        return groups;
    }

    private Stretch? Renew(MappedBlock container, int first, int last)
    {
        var old = container.Children.GetRange(first, last - first + 1);
        var (start, end) = (old[0].Start, old[^1].End);
        var (from, to) = (first > 0 ? container.Children[first - 1].End : container.Start, NextStart(container, last));
        for (var at = Offsets.First(edit.Hunks, hunk => hunk.End >= from); at < edit.Hunks.Count && edit.Hunks[at].Start <= to; at++)
        {
            // An insertion between the last child and the next belongs to this stretch.
            var hunk = edit.Hunks[at];
            end = hunk.Start > end && hunk.End <= to ? hunk.End : end;
            end = hunk.Start < end && end < hunk.End && IsBetween(end, hunk.End) ? hunk.End : end;
            start = hunk.Start < start && start < hunk.End && hunk.NewStart == hunk.NewEnd && IsBetween(hunk.Start, start)
                ? hunk.Start
                : start;
            start = hunk.End < start && hunk.Start >= from ? hunk.Start : start;
        }

        if (Crosses(start) || Crosses(end) || fragments.Read(edit.Renewed(start, end).Trim('\n'), old[0], container) is not { } renewed)
        {
            return null;
        }

        var readings = new List<List<string>>();
        foreach (var block in old)
        {
            if (fragments.Read(block, container) is not { } reading)
            {
                return null;
            }

            readings.Add(reading);
        }

        return new Stretch(container, old, readings, renewed);
    }

    /// <summary>Whether a stretch of the base is nothing but blank lines and what lines begin with.</summary>
    private bool IsBetween(int start, int end) => !edit.Before.AsSpan(start, end - start).ContainsAnyExcept("\n >".AsSpan());

    private bool Crosses(int offset) =>
        Offsets.First(edit.Hunks, hunk => hunk.Start >= offset) - 1 is var at and >= 0 && edit.Hunks[at].End > offset;

    private int NextStart(MappedBlock container, int last) =>
        last + 1 < container.Children.Count ? container.Children[last + 1].Start
        : container == edit.Map.Root ? edit.Before.Length
        : container.End;
}

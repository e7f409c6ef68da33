using System.Text;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Renders again what the edit touched, as deep down as it reads by itself: the item, not the list; the cell, not the table. Elements that
/// come out as they were keep their bytes, those that changed keep what still has a place.
/// </summary>
internal sealed class BlockSplice(string storage, Edit edit, StorageContext context)
{
    private readonly FragmentReader fragments = new(edit, context);
    private HashSet<string>? moved;

    /// <summary>The replacements for some hunks, descending at most so deep; null where something does not read by itself.</summary>
    public List<Replacement>? For(List<Hunk> hunks, int depth)
    {
        var replacements = new List<Replacement>();
        return Within(edit.Map.Root, hunks, depth, replacements) ? replacements : null;
    }

    private bool Within(MappedBlock container, List<Hunk> hunks, int depth, List<Replacement> replacements)
    {
        if (container.Children.Count == 0)
        {
            return false;
        }

        foreach (var group in Groups(container, hunks))
        {
            var only = container.Children[group.First];
            var deeper = new List<Replacement>();
            if (group.First == group.Last && depth > 0 && Holds(only, group.Hunks) && Within(only, group.Hunks, depth - 1, deeper))
            {
                replacements.AddRange(deeper);
            }
            else if (Replace(container, group.First, group.Last) is { } replacement)
            {
                replacements.Add(replacement);
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

    private static List<(int First, int Last, List<Hunk> Hunks)> Groups(MappedBlock container, List<Hunk> hunks)
    {
        var groups = new List<(int First, int Last, List<Hunk> Hunks)>();
        foreach (var hunk in hunks)
        {
            var first = container.Children.FindIndex(child => child.End >= hunk.Start);
            var last = container.Children.FindLastIndex(child => child.Start <= (hunk.End > hunk.Start ? hunk.End - 1 : hunk.End));
            first = first < 0 ? container.Children.Count - 1 : first;
            last = Math.Max(last, 0);
            // Between two children the one in front is rendered again with what follows it.
            (first, last) = first > last ? (last, Math.Max(last, Math.Min(first, last))) : (first, last);
            if (groups.Count > 0 && groups[^1].Last >= first)
            {
                groups[^1] = (Math.Min(groups[^1].First, first), Math.Max(groups[^1].Last, last), [.. groups[^1].Hunks, hunk]);
            }
            else
            {
                groups.Add((first, last, [hunk]));
            }
        }

        return groups;
    }

    private Replacement? Replace(MappedBlock container, int first, int last)
    {
        var old = container.Children.GetRange(first, last - first + 1);
        var (start, end) = (old[0].Start, old[^1].End);
        foreach (var hunk in edit.Hunks)
        {
            // An insertion between the last child and the next belongs to this stretch.
            end = hunk.Start > end && hunk.Start <= NextStart(container, last) && hunk.End <= NextStart(container, last) ? hunk.End : end;
            end = hunk.Start < end && end < hunk.End && IsBetween(end, hunk.End) ? hunk.End : end;
            start = hunk.Start < start && start < hunk.End && hunk.NewStart == hunk.NewEnd && IsBetween(hunk.Start, start)
                ? hunk.Start
                : start;
            start = hunk.End < start && hunk.End >= PreviousEnd(container, first) && hunk.Start >= PreviousEnd(container, first)
                ? hunk.Start
                : start;
        }

        if (Crosses(start) || Crosses(end) || fragments.Read(edit.Renewed(start, end).Trim('\n'), old[0], container) is not { } renewed)
        {
            return null;
        }

        var keys = new List<string>();
        foreach (var block in old)
        {
            if (fragments.Read(edit.Before[block.Start..block.End], block, container) is not { } rendered)
            {
                return null;
            }

            keys.Add(string.Concat(rendered));
        }

        return new Replacement(old[0].StorageStart, old[^1].StorageEnd, Assemble(old, keys, renewed));
    }

    /// <summary>Whether a stretch of the base is nothing but blank lines and what lines begin with.</summary>
    private bool IsBetween(int start, int end) => !edit.Before.AsSpan(start, end - start).ContainsAnyExcept("\n >".AsSpan());

    private bool Crosses(int offset) => edit.Hunks.Exists(hunk => hunk.Start < offset && offset < hunk.End);

    private int NextStart(MappedBlock container, int last) =>
        last + 1 < container.Children.Count ? container.Children[last + 1].Start
        : container == edit.Map.Root ? edit.Before.Length
        : container.End;

    private static int PreviousEnd(MappedBlock container, int first) => first > 0 ? container.Children[first - 1].End : container.Start;

    private string Assemble(List<MappedBlock> old, List<string> keys, List<string> renewed)
    {
        var text = new StringBuilder();
        var (oldAt, newAt) = (0, 0);
        var hunks = SequenceDiff.Of(keys, renewed);
        var moves = new Moves(keys, renewed, hunks);
        foreach (var hunk in hunks.Append(new Hunk(old.Count, old.Count, renewed.Count, renewed.Count)))
        {
            for (; oldAt < hunk.Start; oldAt++, newAt++)
            {
                Keep(text, old, oldAt, Bytes(old[oldAt]));
            }

            for (; newAt < hunk.NewEnd; newAt++)
            {
                if (moves.From(newAt) is var from and >= 0)
                {
                    text.Append(Bytes(old[from]));
                    continue;
                }

                var first = oldAt;
                var partner = Moved.Contains(renewed[newAt]) ? -1
                    : StorageKey.Partner(renewed[newAt], hunk.End - oldAt, hunk.NewEnd - newAt, index =>
                        moves.IsMoved(first + index) || Moved.Contains(keys[first + index]) ? default : Head(old[first + index]));
                if (partner < 0)
                {
                    text.Append(renewed[newAt]);
                    continue;
                }

                for (; partner > 0; partner--, oldAt++)
                {
                    Keep(text, old, oldAt, "");
                }

                Keep(text, old, oldAt, ElementMerge.Merge(Bytes(old[oldAt]), renewed[newAt]));
                oldAt++;
            }

            for (; oldAt < hunk.End; oldAt++)
            {
                Keep(text, old, oldAt, "");
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// The blocks of the base that stand elsewhere now, as they read: none of them is a version of what stands in its place.
    /// </summary>
    private HashSet<string> Moved => moved ??= edit.MovedLines.Count == 0 ? [] : Collect(edit.Map.Root, []);

    private HashSet<string> Collect(MappedBlock container, HashSet<string> found)
    {
        foreach (var block in container.Children)
        {
            var text = edit.Before[block.Start..Math.Max(block.Start, block.End)];
            if (text.Split('\n').All(line => line.Trim() is var bare && (bare.Length == 0 || IsMovedLine(bare)))
                && fragments.Read(text, block, container) is { } read)
            {
                found.Add(string.Concat(read));
            }
            else
            {
                Collect(block, found);
            }
        }

        return found;
    }

    private bool IsMovedLine(string line) =>
        edit.MovedLines.Contains(line) || edit.MovedLines.Any(moved => moved.EndsWith(line, StringComparison.Ordinal));

    /// <summary>What a block begins with; text that stands in no paragraph of its own is one in Markdown.</summary>
    private ReadOnlySpan<char> Head(MappedBlock block)
    {
        var head = storage.AsSpan(block.StorageStart);
        return head[0] != '<' || ElementPlacement.IsInline(ElementNames.Of(StorageKey.Name(head))) ? "<p>" : head;
    }

    /// <summary>What stands between two elements of the page stays between them.</summary>
    private void Keep(StringBuilder text, List<MappedBlock> old, int at, string bytes)
    {
        text.Append(bytes);
        if (at + 1 < old.Count)
        {
            text.Append(storage, old[at].StorageEnd, old[at + 1].StorageStart - old[at].StorageEnd);
        }
    }

    private string Bytes(MappedBlock block) => storage[block.StorageStart..block.StorageEnd];
}

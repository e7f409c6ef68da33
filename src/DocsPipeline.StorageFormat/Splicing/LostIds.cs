using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Ids of what an edit put somewhere else: a macro that stands alone now and stood in a line, a mention in the other half of a paragraph.
/// What says the same as an element whose id is gone is that element.
/// </summary>
internal static class LostIds
{
    private const string Sign = "-id=\"";

    /// <summary>A page with the ids of the old one; nearly every edit leaves them all, and takes no reading.</summary>
    public static string Return(StorageTree before, string page)
    {
        var change = TextChange.Of(before.Source, page);
        var old = change.Tags(before.Source);
        if (!old.Contains(Sign, StringComparison.Ordinal) || Gone(before, change, page) is not { Count: > 0 } gone
            || StorageScanner.Scan(page, out _) is not { } after)
        {
            return page;
        }

        var replacements = new List<Replacement>();
        var end = 0;
        for (var node = 1; node < after.Count && after[node].Start <= change.NewEnd; node++)
        {
            if (after[node].Kind == NodeKind.Element && after[node].Start >= end && after[node].InnerStart >= change.Start
                && !HasId(after, node) && gone.TryGetValue(StorageKey.Of(after, node), out var same) && same.TryDequeue(out var found))
            {
                replacements.Add(new Replacement(after[node].Start, after[node].End, before.Outer(found).ToString()));
                end = after[node].End;
            }
        }

        after.Release();
        return Replacement.Apply(page, replacements) ?? page;
    }

    /// <summary>The elements whose ids are gone, by what they say.</summary>
    private static Dictionary<string, Queue<int>> Gone(StorageTree before, TextChange change, string page)
    {
        var tag = Math.Max(0, page.AsSpan(0, change.Start).LastIndexOf('<'));
        var behind = page.IndexOf('>', change.NewEnd) is var close and >= 0 ? close : page.Length;
        var ids = Ids(page.AsSpan(tag, behind - tag));
        var gone = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var node = 1; node < before.Count && before[node].Start <= change.End; node++)
        {
            if (before[node].Kind == NodeKind.Element && before[node].InnerStart >= change.Start && IsGone(before, node, ids))
            {
                var key = StorageKey.Of(before, node);
                (gone.TryGetValue(key, out var nodes) ? nodes : gone[key] = new Queue<int>()).Enqueue(node);
            }
        }

        return gone;
    }

    private static bool IsGone(StorageTree tree, int node, HashSet<string> ids)
    {
        var isGone = false;
        foreach (var attribute in tree.Attributes(node))
        {
            isGone |= VolatileAttributes.Contains(attribute.Name) && !ids.Contains(attribute.Value.ToString());
        }

        return isGone && !tree.Outer(node).Contains("<ac:inline-comment-marker", StringComparison.Ordinal);
    }

    private static bool HasId(StorageTree tree, int node)
    {
        foreach (var attribute in tree.Attributes(node))
        {
            if (VolatileAttributes.Contains(attribute.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> Ids(ReadOnlySpan<char> page)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var at = page.IndexOf(Sign); at >= 0; at = page.IndexOf(Sign))
        {
            page = page[(at + Sign.Length)..];
            var end = page.IndexOf('"');
            ids.Add(page[..Math.Max(0, end)].ToString());
        }

        return ids;
    }
}

using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// A changed element over the one it replaces: the new content, with the old ids, attributes and comment markers that still have a place.
/// </summary>
internal static class ElementMerge
{
    public static string Merge(string old, string renewed)
    {
        var (before, after) = (StorageScanner.Scan(old, out _), StorageScanner.Scan(renewed, out _));
        if (before is not null && after is not null && IsInline(before, 0) && !IsHolder(before, Single(before))
            && Paragraph(after, 0) is var text and not 0)
        {
            return InlineMerge.Merge(before, 0, after, text);
        }

        if (before is null || after is null || Single(before) is not (var oldNode and not 0)
            || Single(after) is not (var newNode and not 0))
        {
            return renewed;
        }

        var merged = new StringBuilder();
        Element(before, oldNode, after, newNode, merged);
        return merged.ToString();
    }

    private static void Element(StorageTree before, int old, StorageTree after, int renewed, StringBuilder text)
    {
        // The text of a task or of a loose run has no element of its own in Markdown: what comes back is a paragraph.
        var holder = after.ElementOf(renewed) == Scanning.Element.P && IsHolder(before, old);
        if (!holder && !StorageKey.AreVersions(before.NameOf(old), after.NameOf(renewed)))
        {
            text.Append(after.Outer(renewed));
            return;
        }

        if (after[renewed].FirstChild == 0 && before[old].FirstChild == 0)
        {
            text.Append(SameTag(before, old, after, renewed) ? before.Outer(old) : after.Outer(renewed));
            return;
        }

        var name = (holder ? before.NameOf(old) : after.NameOf(renewed)).ToString();
        text.Append(holder || SameTag(before, old, after, renewed) ? OpenTag(before, old) : WithIds(before, old, after, renewed))
            .Append('>');
        if (IsInline(before, old) && Paragraph(after, renewed) is var paragraph and not 0)
        {
            text.Append(InlineMerge.Merge(before, old, after, paragraph));
        }
        else if (IsInline(before, old) && IsInline(after, renewed))
        {
            text.Append(InlineMerge.Merge(before, old, after, renewed));
        }
        else
        {
            Children(before, old, after, renewed, text);
        }

        text.Append("</").Append(name).Append('>');
    }

    private static void Children(StorageTree before, int old, StorageTree after, int renewed, StringBuilder text)
    {
        var (olds, news) = (List(before, old), List(after, renewed));
        var oldKeys = olds.ConvertAll(node => StorageKey.Of(before, node));
        var newKeys = news.ConvertAll(node => StorageKey.Of(after, node));
        var (oldAt, newAt) = (0, 0);
        var hunks = SequenceDiff.Of(oldKeys, newKeys);
        var moves = new Moves(oldKeys, newKeys, hunks);
        foreach (var hunk in hunks.Append(new Hunk(olds.Count, olds.Count, news.Count, news.Count)))
        {
            for (; oldAt < hunk.Start; oldAt++, newAt++)
            {
                text.Append(before.Outer(olds[oldAt]));
            }

            for (; newAt < hunk.NewEnd; newAt++)
            {
                if (moves.From(newAt) is var from and >= 0)
                {
                    text.Append(before.Outer(olds[from]));
                    continue;
                }

                var (first, partners) = (oldAt, hunk.End - oldAt);
                var partner = StorageKey.Partner(after.Outer(news[newAt]), partners, hunk.NewEnd - newAt,
                    index => moves.IsMoved(first + index) ? default : before.Outer(olds[first + index]));
                if (partner < 0 || after[news[newAt]].Kind != NodeKind.Element)
                {
                    text.Append(after.Outer(news[newAt]));
                    continue;
                }

                oldAt += partner;
                Element(before, olds[oldAt++], after, news[newAt], text);
            }

            oldAt = hunk.End;
        }
    }

    /// <summary>
    /// The paragraph without attributes that is all an element holds, or 0: older pages put the text of items and cells there without one.
    /// </summary>
    private static int Paragraph(StorageTree tree, int node) =>
        tree[node].FirstChild is var only && only != 0 && only == tree[node].LastChild && tree.ElementOf(only) == Scanning.Element.P
        && VolatileAttributes.AreAll(tree, only) && IsInline(tree, only)
            ? only
            : 0;

    /// <summary>Whether an element is there only to hold the text of a task.</summary>
    private static bool IsHolder(StorageTree tree, int node) =>
        tree.ElementOf(node) == Scanning.Element.TaskBody
        || (tree.ElementOf(node) == Scanning.Element.Span && tree.RawAttribute(node, "class") is "placeholder-inline-tasks");

    private static int Single(StorageTree tree) =>
        tree[0].FirstChild is var only && only != 0 && only == tree[0].LastChild && tree[only].Kind == NodeKind.Element ? only : 0;

    private static List<int> List(StorageTree tree, int node)
    {
        var children = new List<int>();
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (!tree.IsBlank(child))
            {
                children.Add(child);
            }
        }

        return children;
    }

    private static bool IsInline(StorageTree tree, int node)
    {
        if (tree.ElementOf(node) is Scanning.Element.StructuredMacro or Scanning.Element.Macro or Scanning.Element.Image
            or Scanning.Element.Link or Scanning.Element.Table or Scanning.Element.Tr)
        {
            return false;
        }

        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (ElementPlacement.PlacementOf(tree, child) == Placement.Block)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameTag(StorageTree before, int old, StorageTree after, int renewed) =>
        before.NameOf(old).SequenceEqual(after.NameOf(renewed))
        && StorageKey.Attributes(before, old) == StorageKey.Attributes(after, renewed);

    private static string OpenTag(StorageTree tree, int node)
    {
        var end = tree[node].FirstChild == 0 && tree[node].InnerStart == tree[node].End ? tree[node].End : tree[node].InnerStart;
        return tree.Source[tree[node].Start..end].TrimEnd('>').TrimEnd('/').TrimEnd();
    }

    /// <summary>The new tag with the ids of the old one.</summary>
    private static string WithIds(StorageTree before, int old, StorageTree after, int renewed)
    {
        var text = new StringBuilder(OpenTag(after, renewed));
        foreach (var attribute in before.Attributes(old))
        {
            if (VolatileAttributes.Contains(attribute.Name))
            {
                text.Append(' ').Append(attribute.Name).Append("=\"").Append(attribute.Value).Append('"');
            }
        }

        return text.ToString();
    }
}

using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Bullet and numbered lists. A list right after another of its kind takes the other bullet, or Markdown would join the two.
/// </summary>
internal static class ListWriter
{
    public static bool CanWrite(MarkdownSession session, int list)
    {
        var tree = session.Tree;
        foreach (var attribute in tree.Attributes(list))
        {
            var isStart = tree.ElementOf(list) == Element.Ol && attribute.Name is "start" && int.TryParse(attribute.Value, out var start)
                && start is >= 0 and < 999_999_999;
            if (!isStart && !VolatileAttributes.Contains(attribute.Name))
            {
                return false;
            }
        }

        var items = 0;
        for (var child = tree[list].FirstChild; child != 0; child = tree[child].Next)
        {
            var isItem = tree.ElementOf(child) == Element.Li && VolatileAttributes.AreAll(tree, child);
            items += isItem ? 1 : 0;
            if (!isItem && !tree.IsBlank(child))
            {
                return false;
            }
        }

        return items > 0;
    }

    public static void Write(MarkdownSession session, int list)
    {
        var tree = session.Tree;
        var output = session.Out;
        var numbered = tree.ElementOf(list) == Element.Ol;
        var second = IsSecond(session, list);
        _ = int.TryParse(tree.Attribute(list, "start") ?? "1", out var number);
        var tight = IsTight(session, list);
        var first = true;
        session.ListDepth++;
        for (var item = tree[list].FirstChild; item != 0; item = tree[item].Next)
        {
            if (tree.ElementOf(item) != Element.Li)
            {
                continue;
            }

            if (!first)
            {
                BlockWriter.Gap(session, tight);
            }

            first = false;
            session.Open(item, BlockForm.Item);
            var marker = numbered ? $"{number++}{(second ? ')' : '.')} " : second ? "* " : "- ";
            output.Write(marker);
            output.BeginContent();
            var before = output.Push(new string(' ', marker.Length));
            Item(session, item, tight);
            output.Pop(before);
            session.Close();
        }

        session.ListDepth--;
    }

    private static void Item(MarkdownSession session, int item, bool tight)
    {
        var tree = session.Tree;
        var child = tree[item].FirstChild;
        var empty = child == 0 || (child == tree[item].LastChild && tree.ElementOf(child) == Element.P
            && VolatileAttributes.AreAll(tree, child) && tree.IsEmpty(child));
        if (!empty)
        {
            BlockWriter.WriteChildren(session, item, tight);
        }
        else if (session.ListDepth > 2)
        {
            // Three dashes with nothing behind them are a line across the page.
            session.Out.Write("<br>");
        }

        session.TrimSpaces();
    }

    /// <summary>A list whose items are one paragraph, and at most one list after it, needs no blank lines.</summary>
    private static bool IsTight(MarkdownSession session, int list)
    {
        var tree = session.Tree;
        for (var item = tree[list].FirstChild; item != 0; item = tree[item].Next)
        {
            var texts = 0;
            var lists = 0;
            for (var child = tree[item].FirstChild; child != 0; child = tree[child].Next)
            {
                switch (ElementPlacement.PlacementOf(session.Tree, child))
                {
                    case Placement.Nowhere:
                        break;
                    case Placement.Inline or Placement.Either when lists == 0 && texts == 0
                        && BlockWriter.EndOfRun(session, child) is var last && BlockWriter.IsText(session, child, last):
                        texts = 1;
                        child = last;
                        break;
                    case Placement.Block when tree.ElementOf(child) == Element.P && !IsPicture(tree, child) && texts == 0 && lists == 0
                        && VolatileAttributes.AreAll(tree, child) && (!tree.IsEmpty(child) || IsAlone(tree, child))
                        && !ElementPlacement.HoldsBlock(session.Tree, child):
                        texts = 2;
                        break;
                    case Placement.Block when tree.ElementOf(child) is Element.Ul or Element.Ol && lists == 0 && CanWrite(session, child)
                        && IsTight(session, child) && (texts == 0 || Interrupts(tree, child)):
                        lists = 1;
                        break;
                    default:
                        return false;
                }
            }
        }

        return true;
    }

    /// <summary>A paragraph of nothing but an image comes back as the image.</summary>
    private static bool IsPicture(StorageTree tree, int paragraph) =>
        tree.ElementOf(tree[paragraph].FirstChild) == Element.Image && tree[paragraph].FirstChild == tree[paragraph].LastChild;

    private static bool IsAlone(StorageTree tree, int node) => tree[node].Previous == 0 && tree[node].Next == 0;

    /// <summary>Only a list that counts from 1 and has something in its first item ends a paragraph without a blank line.</summary>
    private static bool Interrupts(StorageTree tree, int list) =>
        (tree.ElementOf(list) == Element.Ul || tree.Attribute(list, "start") is null or "1")
        && tree.HasText(tree.Child(list, Element.Li));

    /// <summary>Whether this list comes second of two (fourth of four) of its kind with nothing between.</summary>
    public static bool IsSecond(MarkdownSession session, int list)
    {
        var tree = session.Tree;
        var previous = tree[list].Previous;
        while (previous != 0 && tree.IsBlank(previous))
        {
            previous = tree[previous].Previous;
        }

        return previous != 0
            && tree.ElementOf(previous) is Element.Ul or Element.Ol or Element.TaskList or Element.AdfExtension
            && IsSameKind(tree, list, previous)
            && !session.SecondLists.Contains(previous) && session.SecondLists.Add(list);
    }

    private static bool IsSameKind(StorageTree tree, int left, int right) =>
        (tree.ElementOf(left) == Element.Ol) == (tree.ElementOf(right) == Element.Ol);
}

using AngleSharp.Dom;

namespace DocsPipeline.Sandbox.GitHub.Rendering;

/// <summary>Items that begin with <c>[ ]</c> or <c>[x]</c> get a box that nobody can press.</summary>
internal static class TaskLists
{
    public static void Mark(IElement body)
    {
        foreach (var item in body.QuerySelectorAll("li"))
        {
            var first = item.FirstChild is IElement { LocalName: "p" } paragraph ? paragraph.FirstChild : item.FirstChild;
            while (first is IText { Data: var space } && string.IsNullOrWhiteSpace(space))
            {
                first = first.NextSibling is IElement { LocalName: "p" } next ? next.FirstChild : first.NextSibling;
            }

            if (first is IText text && text.Data.TrimStart() is ['[', ' ' or 'x' or 'X', ']', ' ', ..] words)
            {
                Mark(item, text, words);
            }
        }
    }

    private static void Mark(IElement item, IText text, string words)
    {
        var box = item.Owner!.CreateElement("input");
        box.SetAttribute("type", "checkbox");
        box.SetAttribute("disabled", "");
        if (words[1] != ' ')
        {
            box.SetAttribute("checked", "");
        }

        item.ClassName = "task";
        text.Data = words[3..];
        text.Parent!.InsertBefore(box, text);
    }
}

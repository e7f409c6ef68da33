using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

internal static class AlertWriter
{
    /// <summary>Whether a body makes an alert: GitHub takes one without a body for a quote.</summary>
    public static bool CanWrite(MarkdownSession session, int body) => FirstOf(session.Tree, body) != 0;

    /// <summary>Writes the body of a macro, or of what is none, below the macro's title.</summary>
    public static void Write(MarkdownSession session, string kind, int body, Macro? macro = null)
    {
        var output = session.Out;
        output.Write($"> [!{kind}]");
        var before = output.Push("> ");
        output.NewLine();
        if (macro is not null && TitleLine.Write(session, macro, default, Beside(macro)))
        {
            BlockWriter.Gap(session, tight: false);
        }
        else if (!BeginsWithText(session.Tree, body))
        {
            output.NewLine();
        }

        BlockWriter.WriteChildren(session, body);
        session.TrimSpaces();
        output.Pop(before);
    }

    /// <summary>What a macro says beside its title; the title itself is named where it is not the first.</summary>
    private static string Beside(Macro macro)
    {
        var attributes = TitleLine.Attributes(macro);
        const string First = " " + TitleMark.Shown;
        return attributes.StartsWith(First, StringComparison.Ordinal) ? attributes[First.Length..] : attributes;
    }

    /// <summary>Only text can follow the marker's line; anything else would make a heading, a table or more text of it.</summary>
    private static bool BeginsWithText(StorageTree tree, int body)
    {
        var first = FirstOf(tree, body);
        first = tree.ElementOf(first) == Element.P && first != 0 ? FirstOf(tree, first) : first;
        return first != 0 && ElementPlacement.PlacementOf(tree, first) == Placement.Inline && tree.ElementOf(first) is not Element.Br;
    }

    private static int FirstOf(StorageTree tree, int node)
    {
        var child = tree[node].FirstChild;
        while (child != 0 && tree.IsBlank(child))
        {
            child = tree[child].Next;
        }

        return child;
    }
}

using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Spaces beside emphasis of which <see cref="EmptyComment"/> says that they belong inside.</summary>
internal static class InnerSpaces
{
    /// <summary>Takes the space behind emphasis, or behind the sign before emphasis, into it.</summary>
    public static void Take(Inline inline)
    {
        switch (inline)
        {
            case EmphasisInline emphasis:
                TakeBehind(emphasis);
                break;
            case HtmlInline mark when IsMark(mark):
                TakeBefore(mark);
                break;
        }
    }

    /// <summary>Where a block ends, nothing is left of a space. The sign has said what it says: the next emphasis is not meant.</summary>
    private static void TakeBehind(EmphasisInline emphasis)
    {
        if (emphasis.NextSibling is HtmlInline end && IsMark(end) && IsEnd(end.NextSibling))
        {
            end.Remove();
            emphasis.AppendChild(new LiteralInline(" "));
        }
        else if (emphasis.NextSibling is LiteralInline space && IsSpace(space) && space.NextSibling is HtmlInline mark && IsMark(mark))
        {
            mark.Remove();
            space.Remove();
            emphasis.AppendChild(space);
        }
    }

    private static void TakeBefore(HtmlInline mark)
    {
        if (mark.NextSibling is LiteralInline space && IsSpace(space) && space.NextSibling is EmphasisInline { FirstChild: { } first })
        {
            space.Remove();
            first.InsertBefore(space);
        }
    }

    private static bool IsEnd(Inline? inline) =>
        inline is null || (inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace() && IsEnd(literal.NextSibling));

    private static bool IsMark(HtmlInline html) => html.Tag == EmptyComment.Text;

    private static bool IsSpace(LiteralInline literal) => literal.Content.AsSpan() is " ";
}

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

    /// <summary>Where a block ends, nothing is left of a space.</summary>
    private static void TakeBehind(EmphasisInline emphasis)
    {
        if (IsMark(emphasis.NextSibling) && IsEnd(emphasis.NextSibling?.NextSibling))
        {
            emphasis.AppendChild(new LiteralInline(" "));
        }
        else if (emphasis.NextSibling is LiteralInline space && IsSpace(space) && IsMark(space.NextSibling))
        {
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

    private static bool IsMark(Inline? inline) => inline is HtmlInline { Tag: EmptyComment.Text };

    private static bool IsSpace(LiteralInline literal) => literal.Content.AsSpan() is " ";
}

using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Spaces beside emphasis of which <see cref="InnerSpace"/> says that they belong inside.</summary>
internal static class InnerSpaces
{
    /// <summary>Takes the space behind emphasis into it; where a block ends, none is left of it.</summary>
    public static void Take(EmphasisInline emphasis)
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

    /// <summary>Takes the space that follows the sign into the emphasis that follows the space.</summary>
    public static bool TakeNext(HtmlInline mark)
    {
        if (!IsMark(mark) || mark.NextSibling is not LiteralInline space || !IsSpace(space)
            || space.NextSibling is not EmphasisInline { FirstChild: { } first })
        {
            return false;
        }

        space.Remove();
        first.InsertBefore(space);
        return true;
    }

    private static bool IsEnd(Inline? inline) =>
        inline is null || (inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace() && IsEnd(literal.NextSibling));

    private static bool IsMark(Inline? inline) => inline is HtmlInline { Tag: InnerSpace.Mark };

    private static bool IsSpace(LiteralInline literal) => literal.Content.AsSpan() is " ";
}

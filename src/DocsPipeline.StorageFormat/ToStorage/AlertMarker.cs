using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The <c>[!NOTE]</c> in front of an alert's text.</summary>
internal static class AlertMarker
{
    /// <summary>Removes the inlines of a paragraph's first line.</summary>
    public static void Remove(ParagraphBlock paragraph)
    {
        for (var inline = paragraph.Inline?.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            inline.Remove();
            if (inline is LineBreakInline)
            {
                return;
            }

            inline = next;
        }
    }
}

using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// <c>ac:image</c>: <c>![alt](file)</c> where that says it all, <c>img</c> with the attributes GitHub honours (and the others as
/// <c>data-</c>), in a <c>figure</c> where there is a caption.
/// </summary>
internal static class ImageWriter
{
    public static void Write(MarkdownSession session, int node, InlineContext context, bool alone)
    {
        var image = ImageParts.Read(session.Tree, node);
        if (image is null || Source(session, image) is not { } source)
        {
            WriteTag(session, node, context, alone);
            return;
        }

        if (image.Caption != 0)
        {
            Figure(session, node, image, source, context, alone);
            return;
        }

        if (!context.Html && image.IsSimple && !LinkSafety.IsActive(source) && !(context.Table && source.Contains('|')))
        {
            Simple(session, image, source, context);
            return;
        }

        Tag(session, node, image, source);
    }

    /// <summary>A picture that stands for something else.</summary>
    public static void Write(MarkdownSession session, string text, string file, InlineContext context)
    {
        var output = session.Out;
        if (context.Html || (context.Table && file.Contains('|')))
        {
            output.Write("<img");
            TagWriter.WriteAttribute(output, "src", file);
            TagWriter.WriteAttribute(output, "alt", text);
            output.Write('>');
            return;
        }

        output.Write("![");
        TextRunWriter.Write(output, text, context.InBrackets());
        output.Write("](");
        LinkDestination.WriteTarget(output, file);
        output.Write(')');
    }

    private static void WriteTag(MarkdownSession session, int node, InlineContext context, bool alone)
    {
        if (alone)
        {
            HtmlBlockWriter.WriteElement(session, node);
        }
        else
        {
            TagWriter.WriteInline(session, node, context);
        }
    }

    private static string? Source(MarkdownSession session, ImageParts image) =>
        session.Tree.ElementOf(image.Resource) == Element.Url
            ? session.Tree.Attribute(image.Resource, "ri:value")
            : LinkTargets.File(session, image.Resource);

    private static void Simple(MarkdownSession session, ImageParts image, string source, InlineContext context)
    {
        var output = session.Out;
        output.Write("![");
        TextRunWriter.Write(output, image["ac:alt"] ?? "", context.InBrackets());
        output.Write("](");
        LinkDestination.WriteTarget(output, source);
        if (image["ac:title"] is { } title)
        {
            output.Write(" \"");
            output.Write(title.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("&", "&amp;").Replace("<", "&lt;").Replace("|", "&#124;")
                .Replace("\r", "&#13;").Replace("\n", "&#10;"));
            output.Write("\"");
        }

        output.Write(')');
    }

    private static void Figure(MarkdownSession session, int node, ImageParts image, string source, InlineContext context, bool alone)
    {
        var output = session.Out;
        output.Write("<figure>");
        Line(output, alone);
        Tag(session, node, image, source);
        Line(output, alone);
        output.Write("<figcaption>");
        HtmlBlockWriter.WriteContent(session, image.Caption, alone ? new InlineContext(Html: true) : context with { OneLine = true });
        output.Write("</figcaption>");
        Line(output, alone);
        output.Write("</figure>");
    }

    private static void Line(MarkdownOutput output, bool alone)
    {
        if (alone)
        {
            output.NewLine();
        }
    }

    private static void Tag(MarkdownSession session, int node, ImageParts image, string source)
    {
        var output = session.Out;
        var active = LinkSafety.IsActive(source);
        output.Write("<img");
        TagWriter.WriteAttribute(output, active ? "data-blocked" : "src", active ? LinkSafety.Disarm(source) : source);
        if (active)
        {
            session.Report(FindingKind.LinkIsDisarmed, node, "image address could run code or read files and is disarmed",
                "correct the address on the Confluence page");
        }

        image.WriteAttributes(output);
        output.Write('>');
    }
}

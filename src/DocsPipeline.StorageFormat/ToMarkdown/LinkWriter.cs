using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// <c>ac:link</c>: a relative link to the page's document or to a file, <c>#anchor</c>, <c>[@Name](mention:id)</c>, else a typed link.
/// </summary>
internal static class LinkWriter
{
    public static void Write(MarkdownSession session, int node, InlineContext context)
    {
        var tree = session.Tree;
        var body = 0;
        var resource = 0;
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            var element = tree.ElementOf(child);
            if (element is Element.LinkBody or Element.PlainTextLinkBody && body == 0)
            {
                body = child;
            }
            else if (element >= Element.Page && element <= Element.ContentEntity && resource == 0)
            {
                resource = child;
            }
            else if (!tree.IsBlank(child))
            {
                TagWriter.WriteInline(session, node, context);
                return;
            }
        }

        var target = LinkTargets.Of(session, node, resource, body);
        if (target is null)
        {
            TagWriter.WriteInline(session, node, context);
            return;
        }

        if (resource == 0 && body == 0)
        {
            session.Out.Write("<a");
            TagWriter.WriteAttribute(session.Out, "href", target);
            TagWriter.WriteAttribute(session.Out, TypedLink.NoBody, "");
            session.Out.Write('>');
            TextRunWriter.Write(session.Out, tree.Attribute(node, "ac:anchor")!, context with { Link = true });
            session.Out.Write("</a>");
            return;
        }

        if (context.Html || context.Link || (context.Table && target.Contains('|')) || HoldsLink(tree, body))
        {
            session.Out.Write("<a");
            TagWriter.WriteAttribute(session.Out, "href", target);
            session.Out.Write('>');
            Text(session, body, target, resource, context with { Link = true });
            session.Out.Write("</a>");
            return;
        }

        session.Out.Write('[');
        Text(session, body, target, resource, context.InBrackets());
        LinkDestination.WriteEnd(session.Out, target);
    }

    /// <summary>A link that is all there is: a text to a target.</summary>
    public static void Write(MarkdownSession session, string text, string target, InlineContext context)
    {
        var output = session.Out;
        if (context.Html || (context.Table && target.Contains('|')))
        {
            output.Write("<a");
            TagWriter.WriteAttribute(output, "href", target);
            output.Write('>');
            TextRunWriter.Write(output, text, context with { Link = true });
            output.Write("</a>");
            return;
        }

        output.Write('[');
        TextRunWriter.Write(output, text, context.InBrackets());
        LinkDestination.WriteEnd(output, target);
    }

    private static bool HoldsLink(StorageTree tree, int node)
    {
        for (var child = node == 0 ? 0 : tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.ElementOf(child) is Element.A or Element.Link || HoldsLink(tree, child))
            {
                return true;
            }
        }

        return false;
    }

    private static void Text(MarkdownSession session, int body, string target, int resource, InlineContext context)
    {
        if (body != 0)
        {
            InlineWriter.WriteChildren(session, body, context);
            return;
        }

        TextRunWriter.Write(session.Out, ResourceLabel.Of(session.Tree, resource, session.Options.Links) ?? target, context);
    }
}

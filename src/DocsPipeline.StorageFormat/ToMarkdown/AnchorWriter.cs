using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// <c>a</c>: a Markdown link where the target is absolute and nothing else is said; relative targets keep the tag, since relative Markdown
/// links are pages and attachments.
/// </summary>
internal static class AnchorWriter
{
    public static void Write(MarkdownSession session, int node, InlineContext context)
    {
        var tree = session.Tree;
        var target = tree.Attribute(node, "href");
        if (context.Html || context.Link || target is null || !IsAbsolute(target) || HasMore(tree, node)
            || (context.Table && target.Contains('|')))
        {
            WriteTag(session, node, context);
            return;
        }

        if (session.Addresses.FormOf(node) is { } form)
        {
            session.WriteAddress(tree.Text(node), form);
            return;
        }

        if (tree[tree[node].FirstChild].Kind == NodeKind.Text && tree[node].FirstChild == tree[node].LastChild && tree.Text(node) == target
            && LinkDestination.IsAutolink(target))
        {
            session.Out.Write('<');
            session.Out.Write(target);
            session.Out.Write('>');
            return;
        }

        session.Out.Write('[');
        InlineWriter.WriteChildren(session, node, context.InBrackets());
        LinkDestination.WriteEnd(session.Out, target);
    }

    private static bool IsAbsolute(string target) =>
        target.Length > 0 && !LinkSafety.IsActive(target) && target == target.Trim() && !target.AsSpan().ContainsAny("\n\r\t")
        && (target[0] == '/' || (LinkSafety.HasScheme(target) && !target.StartsWith("confluence:", StringComparison.Ordinal)
            && !target.StartsWith("mention:", StringComparison.Ordinal)));

    private static bool HasMore(StorageTree tree, int node)
    {
        foreach (var attribute in tree.Attributes(node))
        {
            if (attribute.Name is not "href" && !VolatileAttributes.Contains(attribute.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static void WriteTag(MarkdownSession session, int node, InlineContext context)
    {
        var output = session.Out;
        output.Write("<a");
        if (session.Tree.Attribute(node, "href") is { } target)
        {
            target = Within(session, target);
            var active = LinkSafety.IsActive(target);
            // Without a class of its own a tag with a plain target would read as a typed link on the way back.
            TagWriter.WriteAttribute(output, active ? "data-blocked" : "href", active ? LinkSafety.Disarm(target) : target);
            if (active)
            {
                session.Report(FindingKind.LinkIsDisarmed, node, $"link target {Quoted(target)} could run code and is disarmed",
                    "correct the address on the Confluence page");
            }
            else if (!IsAbsolute(target))
            {
                TagWriter.WriteAttribute(output, "data-link", "href");
            }
        }
        else if (session.Tree.HasAttribute(node, "id") || session.Tree.HasAttribute(node, "name"))
        {
            // And one with a name would read as a place.
            TagWriter.WriteAttribute(output, "data-link", "");
        }

        WriteOthers(session, node);
        output.Write('>');
        InlineWriter.WriteChildren(session, node, context with { Link = true });
        output.Write("</a>");
    }

    /// <summary>The target, or the anchor of the page's own heading that it names, as GitHub has it.</summary>
    private static string Within(MarkdownSession session, string target)
    {
        if (!target.StartsWith('#') || session.Headings.SlugFor(target[1..]) is not { } slug)
        {
            return target;
        }

        session.Map?.Anchors.TryAdd($"#{slug}", target[1..]);
        return $"#{slug}";
    }

    private static void WriteOthers(MarkdownSession session, int node)
    {
        foreach (var attribute in session.Tree.Attributes(node))
        {
            if (attribute.Name is "href" || VolatileAttributes.Contains(attribute.Name))
            {
                continue;
            }

            var value = Entities.Decode(attribute.Value);
            var harmless = attribute.Name is "class" or "id" or "title" or "name" or "rel" or "role"
                || (attribute.Name.StartsWith("data-") && !attribute.Name.StartsWith("data-attr-"));
            TagWriter.WriteAttribute(session.Out, harmless ? attribute.Name : $"data-attr-{attribute.Name}",
                harmless ? value : LinkSafety.IsActive(value) ? LinkSafety.Disarm(value) : value);
        }
    }

    private static string Quoted(string target) => '"' + (target.Length > 40 ? target[..40] + "…" : target).OnOneLine() + '"';
}

using System.Buffers;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Elements as HTML tags: harmless ones under their own name, every other one as <c>span</c> or <c>div</c> with its name in
/// <c>data-element</c>. Attributes that could act (handlers, unknown ones) stand behind <c>data-attr-</c>, so nothing in the Markdown is
/// active and everything converts back.
/// </summary>
internal static class TagWriter
{
    private static readonly SearchValues<string> Active = SearchValues.Create(
        ["url(", "expression", "javascript", "behavior", "import", "\\"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> InAttribute = SearchValues.Create("&<>\"\n\r\t|`\u2028\u2029\u202A\u202B\u202C\u202D\u202E");

    /// <summary>A picture as HTML has it, of which storage knows nothing.</summary>
    public const string Picture = "img";

    public static bool IsPicture(StorageTree tree, int node) =>
        tree.ElementOf(node) == Element.Other && tree.NameOf(node) is Picture && tree[node].FirstChild == 0;

    public static void WriteInline(MarkdownSession session, int node, InlineContext context)
    {
        var name = Open(session, node, block: false);
        if (name is "br" or "hr" or "col" or Picture)
        {
            return;
        }

        InlineWriter.WriteChildren(session, node, context);
        Close(session, name);
    }

    /// <summary>Writes the start tag and answers the name for the end tag.</summary>
    public static string Open(MarkdownSession session, int node, bool block)
    {
        var tree = session.Tree;
        var element = tree.ElementOf(node);
        var output = session.Out;
        if (element is >= Element.P and < Element.Macro and not Element.A)
        {
            var name = ElementNames.NameOf(element);
            output.Write('<');
            output.Write(name);
            WriteAttributes(session, node, element);
            output.Write('>');
            return name;
        }

        var wrapper = IsPicture(tree, node) ? Picture : block ? "div" : "span";
        output.Write('<');
        output.Write(wrapper);
        WriteAttribute(output, "data-element", tree.NameOf(node));
        WriteAttributes(session, node, Element.Other);
        output.Write('>');
        session.Preserve(node);
        return wrapper;
    }

    public static void Close(MarkdownSession session, string name)
    {
        session.Out.Write("</");
        session.Out.Write(name);
        session.Out.Write('>');
    }

    public static void WriteAttribute(MarkdownOutput output, ReadOnlySpan<char> name, ReadOnlySpan<char> text)
    {
        output.Write(' ');
        output.Write(name);
        output.Write("=\"");
        for (var special = text.IndexOfAny(InAttribute); special >= 0; special = text.IndexOfAny(InAttribute))
        {
            output.Write(text[..special]);
            output.Write(AttributeText.Reference(text[special]));
            text = text[(special + 1)..];
        }

        output.Write(text);
        output.Write('"');
    }

    public static void WriteAttributes(MarkdownSession session, int node, Element element)
    {
        foreach (var attribute in session.Tree.Attributes(node))
        {
            if (VolatileAttributes.Contains(attribute.Name))
            {
                continue;
            }

            var value = Entities.Decode(attribute.Value);
            if (attribute.Name is "style" && element is not Element.Other && Alignment(value) is { } alignment)
            {
                WriteAttribute(session.Out, "align", alignment);
            }
            else if (element is not Element.Other ? IsHarmless(attribute.Name, value)
                : IsPicture(session.Tree, node) && (attribute.Name is "alt" || (attribute.Name is "src" && !LinkSafety.IsActive(value))))
            {
                WriteAttribute(session.Out, attribute.Name, value);
            }
            else
            {
                WriteInert(session.Out, attribute.Name, value);
            }
        }
    }

    /// <summary>An attribute that could act, in a form that nothing runs.</summary>
    public static void WriteInert(MarkdownOutput output, ReadOnlySpan<char> name, string value) =>
        WriteAttribute(output, $"data-attr-{name}", Inert(value));

    /// <summary>GitHub keeps <c>align</c> and strips <c>style</c>.</summary>
    private static string? Alignment(string style) => style switch
    {
        "text-align: center;" => "center",
        "text-align: right;" => "right",
        "text-align: left;" => "left",
        _ => null,
    };

    private static bool IsHarmless(ReadOnlySpan<char> name, string value) => name switch
    {
        "style" => !value.AsSpan().ContainsAny(Active),
        "class" or "id" or "title" or "colspan" or "rowspan" or "start" or "type" or "width" or "height"
            or "border" or "cellpadding" or "cellspacing"
            or "lang" or "dir" or "datetime" or "role" or "color" or "size" or "scope" or "valign" => true,
        _ => name.StartsWith("data-") && !name.StartsWith("data-attr-") && !IsOurs(name),
    };

    /// <summary>Attributes that mean something on the way back; one that the page itself has must not.</summary>
    private static bool IsOurs(ReadOnlySpan<char> name) =>
        name is "data-element" or "data-blocked" or MacroTag.Attribute or TitleMark.Attribute or AdfNode.Tag or Decision.Attribute
            or TaskTags.List or TaskTags.Task or TaskTags.Uuid;

    /// <summary>A value that names a scheme which runs code is kept in a form that nothing runs.</summary>
    private static string Inert(string value) =>
        LinkSafety.IsActive(value) || value.AsSpan().ContainsAny(Active) ? LinkSafety.Disarm(value) : value;
}

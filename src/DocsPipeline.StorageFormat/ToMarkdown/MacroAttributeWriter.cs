using System.Text;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Everything about a macro but name and body, as attributes: its parameters in order, XML values as <c>name:xml</c>, attributes of the
/// macro's own element as <c>:name</c>, other children as <c>::xml</c>.
/// </summary>
internal static class MacroAttributeWriter
{
    public static string Write(Macro macro, params ReadOnlySpan<string> except) => Write(macro, -1, "", null, except);

    /// <summary>
    /// The same where one parameter, by its index, is shown: only its name and how it is shown stands among the attributes.
    /// </summary>
    public static string Write(Macro macro, int shown, string how, string? value = null, params ReadOnlySpan<string> except)
    {
        StringBuilder? text = null;
        for (var at = 0; at < macro.Parameters.Count; at++)
        {
            var parameter = macro.Parameters[at];
            var name = AttributeText.EncodeName(parameter.Name);
            if (at == shown && value is null)
            {
                (text ??= new StringBuilder()).Append(' ').Append(name).Append(how);
            }
            else if (!except.Contains(parameter.Name))
            {
                AttributeText.Write(text ??= new StringBuilder(),
                    name + (at == shown ? how : parameter.IsXml ? MacroAttributeNames.Xml : ""), at == shown ? value! : parameter.Value);
            }
        }

        foreach (var attribute in macro.Tree.Attributes(macro.Node))
        {
            var usual = attribute.Name is "ac:name" or "ac:local-id" or "ac:macro-id"
                || (attribute.Name is "ac:schema-version" && attribute.Value is "1");
            if (!usual)
            {
                AttributeText.Write(text ??= new StringBuilder(), $":{attribute.Name}", Entities.Decode(attribute.Value));
            }
        }

        if (macro.Extras.Length > 0)
        {
            AttributeText.Write(text ??= new StringBuilder(), MacroAttributeNames.Extras, macro.Extras);
        }

        return text?.ToString() ?? "";
    }

    /// <summary>Notes where the parameters of a macro stand in the first line or tag of what was written for it.</summary>
    public static void Map(MarkdownSession session, int start, Macro macro)
    {
        if (session.Map is not { } map || macro.Parameters.Count == 0)
        {
            return;
        }

        var head = session.Out.Slice(start);
        if (head.StartsWith(TitleMark.Tag))
        {
            head = head[(head.IndexOf("</b>") + "</b>".Length)..].TrimStart("\n >");
            start = session.Out.Length - head.Length;
        }

        head = head.IndexOfAny('\n', '>') is var end && end >= 0 ? head[..end] : head;
        var at = 0;
        foreach (var parameter in macro.Parameters)
        {
            var name = $"{AttributeText.EncodeName(parameter.Name)}=\"";
            var place = head[at..].IndexOf(name);
            place = place > 0 && head[at + place - 1] is ' ' or '{' or '`' ? place : -1;
            var length = place < 0 ? -1 : head[(at + place + name.Length)..].IndexOf('"');
            if (length > 0 && parameter is { IsXml: false, Node: not 0 })
            {
                at += place + name.Length;
                var node = macro.Tree[parameter.Node];
                map.Texts.Add(new MappedText(start + at, start + at + length, node.Start, node.End, TextForm.Html, IsCData: false));
                at += length;
            }
        }
    }
}

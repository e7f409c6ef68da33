using System.Text;
using DocsPipeline.Systems.Confluence.StorageFormat.Writing;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Macros;

/// <summary>Plain bodies as fences, and in HTML as <c>pre</c>.</summary>
internal static class FenceForm
{
    public static void Write(ExportSession session, Macro macro, string info)
    {
        var text = macro.PlainText;
        var output = session.Out;
        var fence = new string('`', Math.Max(3, CodeSpanWriter.LongestRun(text, '`') + 1));
        output.Write(fence);
        output.Write(info);
        output.NewLine();
        if (text.Length > 0)
        {
            var single = macro.Tree[macro.PlainBody].FirstChild;
            var mapped = single != 0 && single == macro.Tree[macro.PlainBody].LastChild;
            output.Touch();
            var start = output.Length;
            output.WriteLines(text);
            if (mapped && output.Prefix.Length == 0)
            {
                session.Map?.Texts.Add(new Splicing.MappedText(start, output.Length, single, Splicing.TextForm.Raw));
            }

            output.NewLine();
        }

        output.Write(fence);
    }

    public static void WriteHtml(ExportSession session, Macro macro)
    {
        var output = session.Out;
        output.Write("<pre");
        TagWriter.WriteAttribute(output, "data-macro", macro.Name);
        output.Write(MacroAttributes.Write(macro));
        output.Write('>');
        PreText(output, macro.PlainText);
        output.Write("</pre>");
    }

    /// <summary>A blank line would end the HTML block, so line feeds beside one another are spelled.</summary>
    public static void PreText(MarkdownOutput output, string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\n' when at > 0 && at + 1 < text.Length && !char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at + 1]) && output.Prefix.Length == 0:
                    output.NewLine();
                    break;
                case '<' or '>' or '&' or '\n' or '\r':
                    output.Write($"&#{(int)text[at]};");
                    break;
                default:
                    output.Write(text[at]);
                    break;
            }
        }
    }

    public static string Storage(string name, IEnumerable<KeyValuePair<string, string?>> attributes, string text)
    {
        var storage = new StringBuilder();
        MacroAttributes.Read(storage, name, attributes, MacroAttributes.PlainBody(text));
        return storage.ToString();
    }
}

using System.Text;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Plain bodies as fences, and in HTML as <c>pre</c>.</summary>
internal static class FenceWriter
{
    /// <summary>A macro's text, below its title.</summary>
    public static void Write(MarkdownSession session, Macro macro, string info)
    {
        if (TitleLine.Write(session, macro, default))
        {
            session.Out.NewLine();
        }

        Write(session, macro.PlainBody, info);
    }

    /// <summary>The text of an element, whatever that is.</summary>
    public static void Write(MarkdownSession session, int body, string info = "")
    {
        var text = session.Tree.Text(body).WithLineFeeds();
        var output = session.Out;
        var fence = new string('`', Math.Max(3, CodeSpanWriter.LongestRun(text, '`') + 1));
        output.Write(fence);
        output.Write(info);
        output.NewLine();
        if (text.Length > 0)
        {
            Lines(session, session.Tree.OnlyChild(body), text);
            output.NewLine();
        }

        output.Write(fence);
    }

    /// <summary>In lists and quotes each line is a text of its own: the prefix of a line does not stand in the page.</summary>
    private static void Lines(MarkdownSession session, int node, ReadOnlySpan<char> text)
    {
        var (output, tree) = (session.Out, session.Tree);
        if (output.Prefix.Length == 0)
        {
            var start = output.Begin();
            output.WriteLines(text);
            session.MapText(start, node, TextForm.Raw);
            return;
        }

        var isMapped = node != 0 && tree[node].Kind == NodeKind.CData && tree.Inner(node).Length == text.Length;
        var place = tree[node].InnerStart;
        while (true)
        {
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..end];
            if (!line.IsEmpty)
            {
                var start = output.Begin();
                output.Write(line);
                if (isMapped)
                {
                    session.Map?.Texts.Add(
                        new MappedText(start, output.Length, place, place + line.Length, TextForm.Raw, IsCData: true, IsLine: true));
                }
            }

            if (end < 0)
            {
                return;
            }

            output.NewLine();
            place += end + 1;
            text = text[(end + 1)..];
        }
    }

    public static void WriteHtml(MarkdownSession session, Macro macro)
    {
        var output = session.Out;
        TitleLine.Write(session, macro, new InlineContext(Html: true));
        output.Write("<pre");
        TagWriter.WriteAttribute(output, MacroTag.Attribute, macro.Name);
        output.Write(TitleLine.Attributes(macro));
        output.Write('>');
        var start = output.Length;
        PreText(output, macro.PlainText);
        session.MapText(start, session.Tree.OnlyChild(macro.PlainBody), TextForm.Html);
        output.Write("</pre>");
    }

    /// <summary>A blank line would end the HTML block, so the line feed that would make one is spelled.</summary>
    public static void PreText(MarkdownOutput output, string text)
    {
        var isBlank = true;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\n' when at > 0 && !isBlank && output.Prefix.Length == 0:
                    output.NewLine();
                    isBlank = true;
                    break;
                case '<' or '>' or '&' or '\n' or '\r':
                    output.Write($"&#{(int)text[at]};");
                    isBlank = false;
                    break;
                default:
                    output.Write(text[at]);
                    isBlank &= char.IsWhiteSpace(text[at]);
                    break;
            }
        }
    }
}

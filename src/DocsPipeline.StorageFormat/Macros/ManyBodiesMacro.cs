using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// A macro with more than one body, whatever its name: between its directives each body begins with one that says of which kind it is.
/// </summary>
internal sealed class ManyBodiesMacro : MacroForm
{
    public override string? Name => null;

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.Bodies.Count < 2)
        {
            return false;
        }

        session.Out.Write(DirectiveWriter.Macro(macro));
        foreach (var body in macro.Bodies)
        {
            BlockWriter.Gap(session, tight: false);
            session.Out.Write(Beginning(macro, body));
            BlockWriter.Gap(session, tight: false);
            if (macro.IsPlain(body))
            {
                FenceWriter.Write(session, body);
            }
            else
            {
                BlockWriter.WriteChildren(session, body);
            }
        }

        BlockWriter.Gap(session, tight: false);
        session.Out.Write(DirectiveWriter.CloseMacro(macro));
        session.Preserve(macro.Node);
        return true;
    }

    public override bool WriteHtml(MarkdownSession session, Macro macro)
    {
        if (macro.Bodies.Count < 2)
        {
            return false;
        }

        session.Out.Write(DirectiveWriter.Macro(macro));
        foreach (var body in macro.Bodies)
        {
            session.Out.Write(Beginning(macro, body));
            if (macro.IsPlain(body))
            {
                session.Out.Write("<pre>");
                var start = session.Out.Length;
                FenceWriter.PreText(session.Out, macro.Tree.Text(body).WithLineFeeds());
                session.MapText(start, macro.Tree.OnlyChild(body), TextForm.Html);
                session.Out.Write("</pre>");
            }
            else
            {
                HtmlBlockWriter.WriteChildren(session, body);
            }
        }

        session.Out.Write(DirectiveWriter.CloseMacro(macro));
        session.Preserve(macro.Node);
        return true;
    }

    private static string Beginning(Macro macro, int body) =>
        DirectiveWriter.With(BodyMark.Name, ("kind", macro.IsPlain(body) ? BodyMark.Plain : null));
}

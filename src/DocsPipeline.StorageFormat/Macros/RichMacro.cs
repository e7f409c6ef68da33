using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>Any macro with a rich body: directives around Markdown that stays editable.</summary>
internal sealed class RichMacro : MacroForm
{
    public override string? Name => null;

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        session.Out.Write(DirectiveWriter.Macro(macro));
        RegionWriter.WriteBody(session, macro.RichBody);
        session.Out.Write(DirectiveWriter.CloseMacro(macro));
        session.Preserve(macro.Node);
        return true;
    }

    public override bool WriteHtml(MarkdownSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        session.Out.Write(DirectiveWriter.Macro(macro));
        HtmlBlockWriter.WriteChildren(session, macro.RichBody);
        session.Out.Write(DirectiveWriter.CloseMacro(macro));
        session.Preserve(macro.Node);
        return true;
    }
}

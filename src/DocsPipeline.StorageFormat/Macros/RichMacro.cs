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

        session.Out.Write(DirectiveWriter.TitledMacro(macro));
        if (TitleLine.IndexIn(macro) >= 0)
        {
            BlockWriter.Gap(session, tight: false);
            TitleLine.Write(session, macro, default);
        }

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

        session.Out.Write(DirectiveWriter.TitledMacro(macro));
        TitleLine.Write(session, macro, new InlineContext(Html: true));
        HtmlBlockWriter.WriteChildren(session, macro.RichBody);
        session.Out.Write(DirectiveWriter.CloseMacro(macro));
        session.Preserve(macro.Node);
        return true;
    }
}

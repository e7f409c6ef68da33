using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>toc, children, include, gallery and every other macro without a body: one directive, block or inline alike.</summary>
internal sealed class BodylessMacro : MacroForm
{
    public override string? Name => null;

    public override bool WriteBlock(MarkdownSession session, Macro macro) => Write(session, macro);

    public override bool WriteHtml(MarkdownSession session, Macro macro) => Write(session, macro);

    private static bool Write(MarkdownSession session, Macro macro)
    {
        if (macro.Bodies.Count > 0)
        {
            return false;
        }

        // Where the same macro also stands with a body, the end of that must not be taken for the end of this one.
        session.Out.Write(session.HasBodies(macro.Name) ? DirectiveWriter.EmptyMacro(macro) : DirectiveWriter.Macro(macro));
        session.Preserve(macro.Node);
        return true;
    }
}

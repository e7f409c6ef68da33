using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>toc, children, include, gallery and every other macro without a body: one directive, block or inline alike.</summary>
internal sealed class BodylessMacro : MacroForm
{
    public override string? Name => null;

    public override bool WriteBlock(ExportSession session, Macro macro) => Write(session, macro);

    public override bool WriteHtml(ExportSession session, Macro macro) => Write(session, macro);

    private static bool Write(ExportSession session, Macro macro)
    {
        if (macro.RichBody + macro.PlainBody != 0)
        {
            return false;
        }

        session.Out.Write(Directive.Macro(macro));
        session.Preserve(macro.Node);
        return true;
    }
}

using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>Any macro with a rich body: directives around Markdown that stays editable.</summary>
internal sealed class RichMacro : MacroForm
{
    public override string? Name => null;

    public override bool WriteBlock(ExportSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        session.Out.Write(Directive.Macro(macro));
        RegionWriter.WriteBody(session, macro.RichBody);
        session.Out.Write(Close(macro));
        session.Preserve(macro.Node);
        return true;
    }

    public override bool WriteHtml(ExportSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        session.Out.Write(Directive.Macro(macro));
        HtmlWriter.WriteChildren(session, macro.RichBody);
        session.Out.Write(Close(macro));
        session.Preserve(macro.Node);
        return true;
    }

    private static string Close(Macro macro) => Directive.Close(Directive.MacroPrefix + AttributeText.EncodeName(macro.Name));
}

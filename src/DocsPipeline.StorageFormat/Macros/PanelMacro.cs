using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>Any other panel, with its icon, colours and title, as <c>::: panel {title="…"}</c>.</summary>
internal sealed class PanelMacro : MacroForm
{
    public override string Name => "panel";

    public override bool WriteBlock(ExportSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        ContainerWriter.Write(session, "panel", MacroAttributes.Write(macro), macro);
        return true;
    }

    public override string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body) =>
        name == "panel" ? ContainerForm.Storage("panel", attributes, body) : null;
}

using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>Any other panel, with its icon, colours and title, as <c>::: panel {title="…"}</c>.</summary>
internal sealed class PanelMacro : MacroForm
{
    public override string Name => "panel";

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        ContainerWriter.Write(session, "panel", MacroAttributeWriter.Write(macro), macro);
        return true;
    }

    public override string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body) =>
        name == "panel" ? MacroStorage.Rich("panel", attributes, body) : null;
}

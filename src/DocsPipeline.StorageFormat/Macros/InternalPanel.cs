using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>A panel titled "Internal": what no partner ever sees, as <c>::: internal</c>.</summary>
internal sealed class InternalPanel : MacroForm
{
    private const string Title = "Internal";

    public override string Name => "panel";

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.RichBody == 0 || !string.Equals(macro["title"].Trim(), Title, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        ContainerWriter.Write(session, "internal", "", macro);
        return true;
    }

    public override string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body) =>
        name == "internal" ? MacroStorage.Rich("panel", [new("title", Title)], body) : null;
}

using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>An excerpt named <c>partner</c>: what partners see of an internal page, as <c>::: partner</c>.</summary>
internal sealed class PartnerExcerpt : MacroForm
{
    public override string Name => "excerpt";

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.RichBody == 0 || macro["name"].Trim() != "partner")
        {
            return false;
        }

        ContainerWriter.Write(session, "partner", "", macro);
        return true;
    }

    public override string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body) =>
        name == "partner" ? MacroStorage.Rich("excerpt", [new("name", "partner")], body) : null;
}

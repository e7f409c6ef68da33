using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// A panel titled "Partner-facing", or "Partner-facing: acme" for some partners only, as <c>::: partner {partners="acme"}</c>.
/// </summary>
internal sealed class PartnerPanel : MacroForm
{
    private const string Title = "Partner-facing";

    public override string Name => "panel";

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        var title = macro["title"].Trim();
        var partners = title.Length > Title.Length ? title[Title.Length..].TrimStart() : "";
        if (macro.RichBody == 0 || !title.StartsWith(Title, StringComparison.OrdinalIgnoreCase)
            || (partners.Length > 0 && partners[0] != ':'))
        {
            return false;
        }

        var names = partners.TrimStart(':').Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var text = new System.Text.StringBuilder();
        if (partners.Length > 0)
        {
            AttributeText.Write(text, "partners", string.Join(',', names));
        }

        ContainerWriter.Write(session, "partner", text.ToString(), macro);
        return true;
    }

    public override string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body)
    {
        var partners = attributes.Find(attribute => attribute.Key == "partners").Value;
        return name == "partner" && partners is not null
            ? MacroStorage.Rich(
                "panel", [new("title", $"{Title}: {string.Join(", ", partners.Split(',', StringSplitOptions.TrimEntries))}")], body)
            : null;
    }
}

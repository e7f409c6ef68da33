using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>noformat as a <c>text</c> fence that says so, since it must not come back as code.</summary>
internal sealed class NoformatMacro : MacroForm
{
    public override string Name => "noformat";

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.PlainBody == 0)
        {
            return false;
        }

        FenceWriter.Write(session, macro, "text noformat" + TitleLine.Attributes(macro));
        return true;
    }

    public override string? ReadFence(string language, List<KeyValuePair<string, string?>> attributes, string text) =>
        attributes.RemoveAll(attribute => attribute is { Key: "noformat", Value: null }) > 0
            ? MacroStorage.Plain("noformat", attributes, text)
            : null;
}

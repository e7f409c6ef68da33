using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>code as a fence; the language comes first and the other parameters follow it.</summary>
internal sealed class CodeMacro : MacroForm
{
    public override string Name => "code";

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.PlainBody == 0)
        {
            return false;
        }

        // The oldest pages say the language without a name.
        var name = macro.Has("language") ? "language" : "";
        var language = macro[name];
        var word = language.Length > 0 && macro.Parameters[0].Name == name && !macro.Parameters[0].IsXml && language.All(IsWord);
        FenceWriter.Write(session, macro,
            word ? language + MacroAttributeWriter.Write(macro, name) : MacroAttributeWriter.Write(macro).TrimStart());
        return true;
    }

    public override string? ReadFence(string language, List<KeyValuePair<string, string?>> attributes, string text)
    {
        if (attributes.Exists(attribute => attribute.Key is "macro" or "noformat"))
        {
            return null;
        }

        if (language.Length > 0)
        {
            attributes.Insert(0, new("language", language));
        }

        return MacroStorage.Plain("code", attributes, text);
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '-' or '+' or '#' or '.' or '/';
}

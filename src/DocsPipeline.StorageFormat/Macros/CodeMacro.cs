using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// code as a fence: the language first, as GitHub wants it, then the other parameters. In the page it stands where the alphabet puts it,
/// which is what Cloud writes, unless <c>::at</c> says the place.
/// </summary>
internal sealed class CodeMacro : MacroForm
{
    private const string Place = "::at";

    public override string Name => "code";

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.PlainBody == 0)
        {
            return false;
        }

        // The oldest pages say the language without a name.
        var name = macro.Has("language") ? "language" : "";
        var at = macro.Parameters.FindIndex(parameter => parameter.Name == name);
        var isWord = at >= 0 && macro.Parameters.FindLastIndex(parameter => parameter.Name == name) == at
            && macro.Parameters[at] is { IsXml: false, Value: { Length: > 0 } language } && language.All(IsWord);
        if (!isWord)
        {
            FenceWriter.Write(session, macro, TitleLine.Attributes(macro).TrimStart());
            return true;
        }

        var others = macro.Parameters.Where(parameter => parameter.Name != name).Select(parameter => parameter.Name).ToList();
        var place = at == PlaceAmong(others) ? "" : $" {Place}=\"{at}\"";
        FenceWriter.Write(session, macro, macro.Parameters[at].Value + TitleLine.Attributes(macro, name) + place);
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
            var others = attributes.Where(attribute => !attribute.Key.StartsWith(':')).Select(attribute => attribute.Key).ToList();
            var given = attributes.Find(attribute => attribute.Key == Place).Value;
            var at = int.TryParse(given, out var number) && number >= 0 && number <= others.Count ? number : PlaceAmong(others);
            attributes.RemoveAll(attribute => attribute.Key == Place);
            attributes.Insert(at == others.Count ? attributes.Count : attributes.FindIndex(attribute => attribute.Key == others[at]),
                new("language", language));
        }

        return MacroStorage.Plain("code", attributes, text);
    }

    private static int PlaceAmong(List<string> others) =>
        others.FindIndex(other => string.CompareOrdinal(other, "language") > 0) is var later and >= 0 ? later : others.Count;

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '-' or '+' or '#' or '.' or '/';
}

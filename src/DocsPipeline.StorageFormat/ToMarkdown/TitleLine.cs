using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// The title of a macro as a bold line where Confluence shows it: above code, and first in everything that has a body.
/// </summary>
internal static class TitleLine
{
    private const string Parameter = "title";

    /// <summary>
    /// The index of the title among a macro's parameters, which the oldest pages say without a name; −1 where there is none, or none that a
    /// line can be.
    /// </summary>
    public static int IndexIn(Macro macro)
    {
        // The word without a name is the language of code.
        var name = macro.Has(Parameter) || macro.Name == "code" ? Parameter : "";
        var found = macro.Parameters.FindIndex(parameter => parameter.Name == name);
        return found >= 0 && macro.Parameters.FindLastIndex(parameter => parameter.Name == name) == found
            && macro.Parameters[found] is { IsXml: false, Value: var title } && title.Length > 0 && title == title.OnOneLine().Trim()
            ? found
            : -1;
    }

    /// <summary>The attributes of a macro, of which the title is shown where there is one.</summary>
    public static string Attributes(Macro macro, params ReadOnlySpan<string> except) =>
        MacroAttributeWriter.Write(macro, IndexIn(macro), MacroAttributeNames.Shown, null, except);

    /// <summary>Writes the line, and answers whether there is one.</summary>
    public static bool Write(MarkdownSession session, Macro macro, InlineContext context, string attributes = "")
    {
        if (IndexIn(macro) is var at && at < 0)
        {
            return false;
        }

        session.Out.Write($"{TitleMark.Tag}{attributes}>");
        TextRunWriter.WriteMapped(session, macro.Parameters[at].Value, macro.Parameters[at].Node, context with { OneLine = true });
        session.Out.Write("</b>");
        return true;
    }
}

using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// One macro's Markdown, both directions. A writer answers false where it cannot say all the macro says; a reader answers null where the
/// Markdown is not its own. The next form in the list is then asked.
/// </summary>
internal abstract class MacroForm
{
    /// <summary>The macro's name in storage, or null for a form of any name.</summary>
    public abstract string? Name { get; }

    public virtual bool WriteBlock(MarkdownSession session, Macro macro) => false;

    public virtual bool WriteHtml(MarkdownSession session, Macro macro) => false;

    public virtual bool WriteInline(MarkdownSession session, Macro macro, InlineContext context) => false;

    /// <summary>From <c>&gt; [!KIND]</c>, with what its title line says.</summary>
    public virtual string? ReadAlert(string kind, List<KeyValuePair<string, string?>> attributes, string body) => null;

    /// <summary>From <c>::: name {attributes}</c>.</summary>
    public virtual string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body) => null;

    /// <summary>From a fence: its info string split into language and attributes.</summary>
    public virtual string? ReadFence(string language, List<KeyValuePair<string, string?>> attributes, string text) => null;

    /// <summary>From an HTML tag around storage.</summary>
    public virtual string? ReadTag(StorageSession session, HtmlTag tag, string body) => null;
}

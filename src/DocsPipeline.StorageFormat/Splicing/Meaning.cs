using System.Text;
using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>What an edited Markdown means, to which every page made of it is held.</summary>
internal sealed class Meaning(Edit edit, StorageContext context)
{
    private string? storage;
    private string? written;
    private string? again;
    private string? key;

    /// <summary>The page that it would be without a base.</summary>
    public string Storage => storage ??= MarkdownBodyReader.Read(edit.After, context);

    /// <summary>
    /// Whether a page says what was edited. Some Markdown cannot be had back from any page: the page then has to say what the one does that
    /// is made of nothing but this Markdown, in Markdown or element by element.
    /// </summary>
    public bool IsThatOf(string page, string before)
    {
        if (BlockCheck.Reads(page, before, edit, context.Options))
        {
            return true;
        }

        if (Write(page) is not { } markdown)
        {
            return false;
        }

        return markdown == edit.After
            || (Key(page) is { } told && told == (key ??= Key(Storage)))
            || markdown == (written ??= Write(Storage))
            || (TaskIds.In(Storage).Except(TaskIds.In(before)).All(TaskIds.In(page).Contains) && MeansTheSame(markdown));
    }

    /// <summary>Whether a Markdown is read as the edited one is; the ids of tasks are the page's, but for those that are new.</summary>
    private bool MeansTheSame(string markdown)
    {
        var read = TaskIds.WithoutIds(MarkdownBodyReader.Read(markdown, context));
        return read == TaskIds.WithoutIds(Storage)
            || read == (again ??= TaskIds.WithoutIds(MarkdownBodyReader.Read(written ?? "", context)));
    }

    private static string? Key(string page)
    {
        if (StorageScanner.Scan(page, out _) is not { } tree)
        {
            return null;
        }

        var text = new StringBuilder();
        for (var node = tree[0].FirstChild; node != 0; node = tree[node].Next)
        {
            text.Append(StorageKey.Of(tree, node));
        }

        return text.ToString();
    }

    private string? Write(string page) => MarkdownPageWriter.Write(page, context.Options, MacroForms.All).Markdown;
}

using DocsPipeline.StorageFormat;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>A page after an edit of its Markdown.</summary>
internal static class EditedPage
{
    /// <summary>Puts the second of each two texts into the place of the first, which must be there; nothing may be told.</summary>
    public static string Of(string page, ReadOnlySpan<string> changes)
    {
        var markdown = new StorageFormatToMarkdown().Convert(page).Markdown.ShouldNotBeNull();
        for (var at = 0; at < changes.Length; at += 2)
        {
            markdown.ShouldContain(changes[at]);
            markdown = markdown.Replace(changes[at], changes[at + 1], StringComparison.Ordinal);
        }

        var result = new MarkdownToStorageFormat().Convert(markdown, page);
        result.Findings.ShouldBeEmpty();
        return result.Storage.ShouldNotBeNull();
    }
}

using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>The library stands alone; what it says again of GitHub's Markdown, it says as the documents do.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData("How fast we answer?")]
    [InlineData("  AS2 & SFTP: (draft)  ")]
    [InlineData("주문 송장_1 – Größe\nStraße")]
    [InlineData("e\u0301té 𝒳 😀-ok")]
    public void A_heading_has_one_anchor(string heading) => GitHubSlug.Of(heading).ShouldBe(Anchors.Slug(heading));

    [Theory]
    [InlineData("- [ ] open")]
    [InlineData("- [x] done")]
    [InlineData("- a [x] within")]
    [InlineData("- [x](target)")]
    [InlineData("- [x]tight")]
    [InlineData("1. [X] numbered")]
    public void A_task_is_a_task_to_both(string markdown) =>
        Tasks(MarkdownBodyReader.Parse(markdown)).ShouldBe(Tasks(Markdig.Markdown.Parse(markdown, MarkdownPipelines.Document)));

    private static int Tasks(MarkdownDocument document) => document.Descendants().OfType<TaskList>().Count();
}

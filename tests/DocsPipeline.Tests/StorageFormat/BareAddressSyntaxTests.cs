using CsCheck;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Addresses are looked for in another way than Markdig's own extension does it, and the same ones are found.</summary>
public sealed class BareAddressSyntaxTests
{
    private static readonly MarkdownPipeline Own = new MarkdownPipelineBuilder().Use<AddressSyntax>().UsePreciseSourceLocation().Build();

    private static readonly MarkdownPipeline Markdigs = new MarkdownPipelineBuilder()
        .UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = "*_~(>", AllowDomainWithoutPeriod = true })
        .UsePreciseSourceLocation().Build();

    private static readonly Gen<string> Text = Gen.OneOf(
        "https://", "http://", "ftp://", "mailto:", "tel:", "www.", "a.b", "x", "w", "/p", "?q=1", " ", "*", "**", "_", "(", ")",
        "[", "](u)", "<", ">", "<https://m.n>", "`", "\\", "&amp;", "&", ":", ".", ",", "é", "<a href=\"z\">", "</a>", "@", "a@b.cc",
        "HTTPS://", "Www.", "htt", "s", "日", "\u00a0", "\n").Array[1, 10].Select(parts => "p" + string.Concat(parts));

    [Fact]
    public void The_same_addresses_are_found_at_the_same_places() => Text.Sample(text => Links(text, Own).ShouldBe(Links(text, Markdigs)));

    /// <summary>What may end a sentence is left off, and telephone numbers are text: there the two differ on purpose.</summary>
    private static string Links(string text, MarkdownPipeline pipeline) => string.Join('\n', Markdown.Parse(text, pipeline)
        .Descendants<LinkInline>().Where(link => link.Url?.StartsWith("tel:", StringComparison.Ordinal) == false)
        .Select(link => $"{link.Span.Start} {link.IsAutoLink} {link.Url![..BareAddress.Trimmed(link.Url)]}"));
}

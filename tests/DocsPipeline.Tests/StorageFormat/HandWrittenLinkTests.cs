using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Tests.StorageFormat.Rendering;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Addresses, files and people as a person names them.</summary>
public sealed class HandWrittenLinkTests
{
    [Theory]
    [InlineData("![a](x/a.png) ![b](y/a.png)", "`y/a.png` and `x/a.png` are one attachment", "1:15")]
    [InlineData("[a](x/a.pdf)\n\n<img src=\"y/a.pdf\">", "`y/a.pdf` and `x/a.pdf` are one attachment", "3:1")]
    [InlineData("![a](a.png?raw=1)", "`?raw=1` behind the name of a file is dropped", "1:1")]
    [InlineData("x ![a](a.png#gh-dark-mode-only)", "`#gh-dark-mode-only` behind the name of a file is dropped", "1:3")]
    [InlineData("[a](a.png?raw=true)", "`?raw=true` behind the name of a file is dropped", "1:1")]
    [InlineData("![a](a/)", "`a/` names no file", "1:1")]
    public void What_an_attachment_cannot_be_is_told(string markdown, string message, string place)
    {
        var outcome = Outcome.Of(markdown);
        var finding = outcome.Findings.ShouldHaveSingleItem();
        finding.Message.ShouldStartWith(message);
        (finding.Kind, $"{finding.Line}:{finding.Column}").ShouldBe((FindingKind.PartIsDropped, place));
        outcome.Storage.ShouldNotContain("raw");
        outcome.Storage.ShouldNotContain("mode-only");
    }

    [Theory]
    [InlineData("![a](./x/a.png) ![b](x/a.png)", "a.png")]
    [InlineData("![a](a%3Fb.png)", "a?b.png")]
    [InlineData("![a](a%23b.png)", "a#b.png")]
    public void What_it_can_be_is_not(string markdown, string name)
    {
        var outcome = Outcome.Of(markdown);
        outcome.Findings.ShouldBeEmpty();
        outcome.Storage.ShouldContain($"<ri:attachment ri:filename=\"{name}\" />");
    }

    [Theory]
    [InlineData("a [@x](mention:) b", "<p>a @x b</p>", "mention names nobody")]
    [InlineData("a [x](mention:userkey/) b", "<p>a x b</p>", "mention names nobody")]
    [InlineData("a [Jane](mention:5f) b", "<p>a <ac:link><ri:user ri:account-id=\"5f\" /></ac:link> b</p>", "`5f` is no account id")]
    public void A_mention_of_nobody_is_told(string markdown, string storage, string message)
    {
        var outcome = Outcome.Of(markdown);
        outcome.Storage.ShouldBe(storage);
        var finding = outcome.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Column).ShouldBe((FindingKind.PartIsDropped, 3));
        finding.Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("[@Jane](mention:712020:0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0)")]
    [InlineData("[@Jane](mention:5b10ac8d82e05b22cc7d4ef5)")]
    [InlineData("[@5f](mention:5f)")]
    public void A_mention_of_somebody_is_none(string markdown) => Outcome.Of(markdown).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("# :tada: b", "tada-b", "%F0%9F%8E%89-b")]
    [InlineData("# 🎉 b", "-b", "%F0%9F%8E%89-b")]
    [InlineData("# :+1: x\n\n# :+1: x", "1-x-1", "%F0%9F%91%8D-x.1")]
    [InlineData("# :thumbsup: x", "thumbsup-x", "%F0%9F%91%8D-x")]
    [InlineData("# 1️⃣ Step", "1️⃣-step", "1%EF%B8%8F%E2%83%A3-Step")]
    public void An_anchor_of_a_heading_is_the_one_that_GitHub_gives(string heading, string slug, string anchor) =>
        Outcome.Of($"[x](#{slug})\n\n{heading}").Storage.ShouldContain($"ac:anchor=\"{anchor}\"");

    [Theory]
    [InlineData("https://a/**b**", "https://a/**b", "**")]
    [InlineData("https://a.example/x~~", "https://a.example/x", "~~")]
    [InlineData("https://a.example/x?!", "https://a.example/x", "?!")]
    [InlineData("https://a.example?q=\"x\"", "https://a.example?q=\"x", "\"")]
    [InlineData("https://a.example/x_'", "https://a.example/x", "_'")]
    public void What_may_end_a_sentence_ends_an_address(string text, string address, string behind)
    {
        var outcome = Outcome.Of($"{text} x");
        outcome.Storage.Replace("&quot;", "\"").ShouldContain($"<a href=\"{address}\">{address}</a>{behind} x");
        outcome.Again.ShouldBe(outcome.Markdown);
    }

    [Theory]
    [InlineData("<a name=\"p\"></a>text", "p")]
    [InlineData("<a id=\"p\">text</a>", "p")]
    [InlineData("<a name=\"p\" id=\"p\">text</a>", "p")]
    public void A_named_place_is_an_anchor_before_its_text(string markdown, string name)
    {
        var outcome = Outcome.Of($"{markdown}, [x](#p)");
        outcome.Markdown.ShouldBe($"<a id=\"{name}\"></a>text, [x](#p)\n");
        outcome.Storage.ShouldContain($"<ac:parameter ac:name=\"\">{name}</ac:parameter></ac:structured-macro>text");
    }

    [Fact]
    public void A_named_element_of_a_page_stays_one()
    {
        const string Page = "<p><a id=\"x\" />t <a name=\"y\">u</a></p>";
        var markdown = new DocsPipeline.StorageFormat.StorageFormatToMarkdown().Convert(Page).Markdown!;
        Outcome.Of(markdown).Storage.ShouldBe(Page);
    }
}

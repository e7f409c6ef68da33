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
}

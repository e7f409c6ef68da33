using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Tests.StorageFormat.Rendering;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Our own tags and comments after a person had their hands on them.</summary>
public sealed class HandWrittenTagTests
{
    [Theory]
    [InlineData("x\n\n<!-- storage:xml source=\"<p>a\" -->", "3:1", "`<!-- storage:xml -->` has no well-formed")]
    [InlineData("a <!-- storage:nosuch x=\"1\" --> b", "1:3", "`<!-- storage:nosuch -->` is nothing")]
    [InlineData("x\n\n<!-- storage:nosuch -->\n\nwords\n\n<!-- /storage:nosuch -->", "3:1", "`<!-- storage:nosuch -->` is nothing")]
    [InlineData("<!-- storage:comment text=\"a--b\" -->", "1:1", "`<!-- storage:comment -->` has no text")]
    [InlineData("<!-- confluence: -->", "1:1", "`<!-- confluence: -->` names no macro")]
    public void A_directive_that_says_nothing_is_told(string markdown, string place, string message)
    {
        var outcome = Outcome.Of(markdown);
        var finding = outcome.Findings.ShouldHaveSingleItem();
        (finding.Kind, $"{finding.Line}:{finding.Column}").ShouldBe((FindingKind.PartIsDropped, place));
        finding.Message.ShouldStartWith(message);
        outcome.Storage.Contains("words", StringComparison.Ordinal).ShouldBe(markdown.Contains("words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<span data-status=\"Green\">Done[^1]</span> x\n\n[^1]: n\n", "<span data-status=\"Green\">Done</span>[^1] x\n\n[^1]: n\n")]
    [InlineData("x <span data-macro=\"jira\" key:shown>EDI-7[^1]</span>\n\n[^1]: n\n",
        "x <span data-macro=\"jira\" key:shown>EDI-7</span>[^1]\n\n[^1]: n\n")]
    [InlineData("> [!NOTE]\n> <b data-title>T[^1]</b>\n>\n> x\n\n[^1]: n\n",
        "> [!NOTE]\n> <b data-title>T</b>\n>\n> [^1]\n>\n> x\n\n[^1]: n\n")]
    [InlineData("<b data-title>T[^1]</b>\n```js title:shown\nx\n```\n\n[^1]: n\n",
        "[^1]\n\n<b data-title>T</b>\n```js title:shown\nx\n```\n\n[^1]: n\n")]
    [InlineData("<span data-status=\"Red\">No ![y](y.png)</span> x\n", "<span data-status=\"Red\">No</span>![y](y.png) x\n")]
    [InlineData("<details><summary>T <span data-status=\"Green\">Done</span></summary>\n\nx\n\n</details>\n",
        "<details><summary>T</summary>\n\n<span data-status=\"Green\">Done</span>\n\nx\n\n</details>\n")]
    [InlineData("<span data-status=\"Green\">Until <time datetime=\"2026-12-01\">2026-12-01</time></span> x\n",
        "<span data-status=\"Green\">Until 2026-12-01</span> x\n")]
    public void What_is_no_text_goes_beside_a_title(string markdown, string back)
    {
        var outcome = Outcome.Of(markdown);
        outcome.Markdown.ShouldBe(back);
        outcome.Again.ShouldBe(back);
        outcome.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x <span data-status=\"Green\">Done [here](https://a.example)</span>", "1:3")]
    [InlineData("> [!NOTE]\n> <b data-title>T [here](other.pdf)</b>\n>\n> x", "2:3")]
    [InlineData("<details><summary>T <a href=\"https://a.example\">here</a></summary>\n\nx\n\n</details>", "1:1")]
    public void Where_a_link_in_a_title_leads_is_told(string markdown, string place)
    {
        var finding = Outcome.Of(markdown).Findings.ShouldHaveSingleItem();
        (finding.Kind, $"{finding.Line}:{finding.Column}").ShouldBe((FindingKind.PartIsDropped, place));
        finding.Message.ShouldStartWith("where \"here\" leads is dropped");
    }
}

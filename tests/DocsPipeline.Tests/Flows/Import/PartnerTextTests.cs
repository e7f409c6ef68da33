using System.Net;
using System.Text.RegularExpressions;
using DocsPipeline.Flows.Import.Templates;
using Markdig;

namespace DocsPipeline.Tests.Flows.Import;

public sealed partial class PartnerTextTests
{
    private static readonly MarkdownPipeline Liberal = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseAutoLinks().Build();

    [Theory]
    [InlineData("Hello @mara-lind and @halden/edi-docs")]
    [InlineData("see #12, halden/partner-docs#1, GH-7")]
    [InlineData("Fixes #1\nCloses #2")]
    [InlineData("/close\n/label bug")]
    [InlineData("![x](http://evil.example/p.png) <img src=x onerror=alert(1)>")]
    [InlineData("[click](javascript:alert(1)) and www.evil.example and https://evil.example/a?b=1")]
    [InlineData("<!-- docspipeline:import:case:1 -->")]
    [InlineData("# heading\n- list\n+ list\n1. one\n2) two\n> quote\n    code\n```\nfence\n```\n---\n***\n===")]
    [InlineData("::: partner\nsecret\n:::")]
    [InlineData("a | b | c\n--|--|--\n1 | 2 | 3")]
    [InlineData("*bold* _it_ ~~s~~ `code` $x$ a_b_c &lt;b&gt; &amp; \\")]
    [InlineData("- [ ] task\n[ref]: http://x.example")]
    [InlineData("term\n:   definition\n\n*[HTML]: x\n\n[^1]: note {.cls #id}")]
    public void Renders_as_the_text_that_was_typed_and_nothing_else(string typed)
    {
        var html = Markdown.ToHtml(PartnerText.Neutralise(typed), Liberal);

        Tags().Matches(html).Select(tag => tag.Value).Where(tag => tag is not ("<p>" or "</p>" or "<br />")).ShouldBeEmpty();
        Words(WebUtility.HtmlDecode(Tags().Replace(html, " "))).ShouldBe(Words(typed));
    }

    [Fact]
    public void Breaks_what_GitHub_would_link_even_behind_a_backslash()
    {
        var text = PartnerText.Neutralise("@mara #12 GH-7 https://github.com/a/b/issues/1");

        text.ShouldNotContain("@mara");
        text.ShouldNotContain("#12");
        text.ShouldNotContain("GH-7");
        text.ShouldNotContain("://");
    }

    [Theory]
    [InlineData("write to anna@acme.example now", "write to (e-mail address) now")]
    [InlineData("call +47 22 33 44 55 please", "call (phone number) please")]
    [InlineData("IBAN NO93 8601 1117 947 ok", "IBAN (bank account) ok")]
    [InlineData("card 4111 1111 1111 1111 ok", "card (card number) ok")]
    [InlineData("token ghp_abcdefghijklmnopqrstuvwxyz0123456789 ok", "token (secret removed) ok")]
    public void Replaces_personal_data_and_secrets(string typed, string kept) => PartnerText.OneLine(typed).ShouldBe(kept);

    [Theory]
    [InlineData("order 4500012345, interchange 000000451, SSCC 00012345678905")]
    [InlineData("case TG-004512 of 2026-11-22")]
    public void Keeps_the_numbers_that_a_case_is_about(string typed) => PartnerText.OneLine(typed).ShouldBe(typed);

    [Fact]
    public void Leaves_no_invisible_character_of_the_partner()
    {
        PartnerText.OneLine("a\u202Eb\u200Bc\u0000d\u2028e").ShouldBe("abcd e");
    }

    private static IReadOnlyList<string> Words(string text) =>
        [.. text.Replace("\u200B", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex("<[a-zA-Z/!][^>]*>")]
    private static partial Regex Tags();
}

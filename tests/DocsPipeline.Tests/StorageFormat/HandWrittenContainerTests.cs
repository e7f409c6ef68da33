using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Tests.StorageFormat.Rendering;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Lines of colons as people and other tools write them: a panel with its title, or text; nothing is swallowed.</summary>
public sealed class HandWrittenContainerTests
{
    [Theory]
    [InlineData(":::note My title\ntext\n:::", "info", "My title")]
    [InlineData("::: tip My title\ntext\n:::", "tip", "My title")]
    [InlineData(":::warning[My title]\ntext\n:::", "note", "My title")]
    [InlineData(":::{danger} My title\ntext\n:::", "warning", "My title")]
    [InlineData(":::{admonition} My title\ntext\n:::", "panel", "My title")]
    [InlineData("::: details My title\ntext\n:::", "expand", "My title")]
    [InlineData(":::info\ntext\n:::", "info", null)]
    [InlineData(":::{hint}\ntext\n:::", "tip", null)]
    public void What_other_tools_call_a_panel_is_one_with_its_title(string markdown, string macro, string? title)
    {
        var outcome = Outcome.Of(markdown);
        outcome.Storage.ShouldStartWith($"<ac:structured-macro ac:name=\"{macro}\"");
        outcome.Storage.ShouldContain("<ac:rich-text-body><p>text</p></ac:rich-text-body>");
        outcome.Storage.Contains("<ac:parameter", StringComparison.Ordinal).ShouldBe(title is not null);
        outcome.Storage.ShouldContain(title is null ? "" : $"<ac:parameter ac:name=\"title\">{title}</ac:parameter>");
        outcome.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_important_one_says_its_title_in_a_line() =>
        Outcome.Of("::: important T\nx\n:::").Markdown.ShouldBe("> [!IMPORTANT]\n> **T**\n>\n> x\n");

    [Theory]
    [InlineData("prose\n:::\nmore\n\nnext", "<p>prose ::: more</p><p>next</p>")]
    [InlineData(":::\n\nnext\n\nlast", "<p>:::</p><p>next</p><p>last</p>")]
    [InlineData(":::note\ntext\n\n# H", "<p>:::note text</p><h1>H</h1>")]
    [InlineData(":::note *x*\ntext", "<p>:::note <em>x</em> text</p>")]
    [InlineData("> :::note\n\ntext\n:::", "<blockquote><p>:::note</p></blockquote><p>text :::</p>")]
    [InlineData(":::: note\nx\n:::", "<p>:::: note x :::</p>")]
    [InlineData("::: sidebar Words\ntext\n:::", "<p>::: sidebar Words text :::</p>")]
    [InlineData("::: {.class}\ntext\n:::", "<p>::: {.class} text :::</p>")]
    [InlineData("a ::: note", "<p>a ::: note</p>")]
    public void A_line_of_colons_that_is_no_container_is_text(string markdown, string storage)
    {
        var outcome = Outcome.Of(markdown);
        outcome.Storage.ShouldBe(storage);
        outcome.Findings.ShouldBeEmpty();
        outcome.Again.ShouldBe(outcome.Markdown);
    }

    [Fact]
    public void A_line_of_colons_that_ends_nothing_leaves_what_is_around_it_as_it_is()
    {
        var storage = Outcome.Of("<details>\n<summary>T</summary>\n\n:::note\n\n</details>\n\nx").Storage;
        storage.ShouldContain("<ac:rich-text-body><p>:::note</p></ac:rich-text-body>");
        storage.ShouldEndWith("<p>x</p>");
    }

    [Fact]
    public void An_end_is_that_of_the_innermost_and_never_in_code()
    {
        Outcome.Of(":::warning\n:::note\nx\n:::\ny\n:::\nz").Storage.ShouldEndWith(
            "<p>x</p></ac:rich-text-body></ac:structured-macro><p>y</p></ac:rich-text-body></ac:structured-macro><p>z</p>");
        Outcome.Of("::: note\n```\n:::\n```\n:::").Storage.ShouldContain("<![CDATA[:::]]>");
    }

    [Theory]
    [InlineData("a\n\n::: internal Words\nx\n:::", "`Words` behind `internal`", 3)]
    [InlineData("::: note Words {title=\"T\"}\nx\n:::", "`Words` behind `note`", 1)]
    [InlineData(":::note{.class}\nx\n:::", "`.class` says nothing", 1)]
    [InlineData("::: internal {title=\"T\"}\nx\n:::", "`title` says nothing", 1)]
    public void What_the_first_line_says_in_vain_is_told(string markdown, string message, int line)
    {
        var finding = Outcome.Of(markdown).Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Line).ShouldBe((FindingKind.PartIsDropped, line));
        finding.Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("partner {partners=\"acme\"}")]
    public void What_not_everybody_may_read_has_an_end(string audience)
    {
        var result = new DocsPipeline.StorageFormat.MarkdownToStorageFormat().Convert($"a\n\n::: {audience}\nsecret", null);
        result.Storage.ShouldBeNull();
        var finding = result.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Line, finding.Column).ShouldBe((FindingKind.StructureIsBroken, 3, 1));
    }

    [Theory]
    [InlineData(":::note My *title* &amp; `more`\nx\n:::", "> [!NOTE]\n> <b data-title>My title & more</b>\n>\n> x\n")]
    [InlineData("::: tip[T[^1]]\nx\n:::\n\n[^1]: n", "> [!TIP]\n> <b data-title>T</b>\n>\n> [^1]\n>\n> x\n\n[^1]: n\n")]
    public void A_title_is_read_as_Markdown(string markdown, string back)
    {
        var outcome = Outcome.Of(markdown);
        outcome.Markdown.ShouldBe(back);
        outcome.Again.ShouldBe(back);
        outcome.Findings.ShouldBeEmpty();
    }
}

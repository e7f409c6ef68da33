using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Splicing;
using DocsPipeline.StorageFormat.ToMarkdown;

namespace DocsPipeline.Tests.StorageFormat;

public sealed class BlockCheckTests
{
    [Theory]
    [InlineData("<h2>one</h2><p local-id=\"a\">old</p><p>two</p>")]
    [InlineData("<p>one</p><p>the <strong>old</strong> word</p>")]
    [InlineData("<table><tbody><tr><th><p>old</p></th></tr><tr><td><p>x</p></td></tr></tbody></table><ul><li><p>a</p></li></ul>")]
    [InlineData("<p>one</p>\n<ul><li><p>old</p><ol><li><p>x</p></li></ol></li></ul><p>two</p>")]
    [InlineData("<ul><li><p>old</p></li></ul><ul><li><p>next</p></li></ul>")]
    public void A_word_in_a_block_that_stands_alone_is_checked_by_that_block(string page) =>
        Reads(page, page.Replace("old", "new"), "old", "new").ShouldBeTrue();

    [Fact]
    public void A_page_that_says_something_else_is_not_what_was_edited() =>
        Reads("<p>one</p><p>old</p>", "<p>one</p><p>other</p>", "old", "new").ShouldBeFalse();

    [Fact]
    public void A_change_elsewhere_that_the_splice_left_out_is_seen() =>
        Reads("<p>one</p><p>old</p>", "<p>one</p><p>new</p>", "one\n\nold", "two\n\nnew").ShouldBeFalse();

    [Theory]
    [InlineData("<ul><li><p>first</p></li></ul><ul><li><p>old</p></li></ul>")]
    [InlineData("<ol><li><p>first</p></li></ol>\n<ol><li><p>old</p></li></ol>")]
    [InlineData("<ul /><ul><li><p>old</p></li></ul>")]
    [InlineData("<p><ac:link ac:anchor=\"old\"><ac:link-body>go</ac:link-body></ac:link></p><h2>old</h2>")]
    [InlineData(
        "<blockquote><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>"
            + "old</ac:task-body></ac:task></ac:task-list></blockquote>")]
    [InlineData("<p xmlns:m=\"m\">one</p><p>old <m:x>y</m:x></p>")]
    [InlineData("loose <em>old</em> text<p>one</p>")]
    public void What_may_change_its_neighbours_is_left_to_the_whole_page(string page) =>
        Reads(page, page.Replace("old", "new"), "old", "new").ShouldBeFalse();

    [Fact]
    public void An_element_that_became_another_is_left_to_the_whole_page() =>
        Reads("<p>one</p><p>old</p>", "<p>one</p><pre>old</pre>", "old", "old").ShouldBeFalse();

    private static bool Reads(string before, string storage, string old, string renewed)
    {
        var map = new SourceMap(before.Length);
        var tree = StorageScanner.Scan(before, out _)!;
        var markdown = MarkdownPageWriter.Write(tree, new ConversionOptions(), MacroForms.All, map).Markdown!;
        markdown.ShouldContain(old);
        return BlockCheck.Reads(storage, before, new Edit(markdown, markdown.Replace(old, renewed), map), new ConversionOptions());
    }
}

using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>A judge that finds nothing says nothing: of each kind of damage there is one that it must see.</summary>
public sealed class EditOracleTests
{
    private const string Page = "<ul local-id=\"u\">\n<li local-id=\"i\"><p>one "
        + "<ac:inline-comment-marker ac:ref=\"r\">two</ac:inline-comment-marker> three</p>"
        + "</li>\n</ul>\n<p local-id=\"p\">four five</p>\n<h2>six</h2>";

    private static readonly ConversionOptions Options = new();

    [Fact]
    public void What_an_edit_leaves_alone_has_no_fault() => Faults(Page + "<p>new</p>").ShouldBeEmpty();

    [Theory]
    [InlineData("<li local-id=\"i\">", "<li>", "tag is gone: <li")]
    [InlineData("<p local-id=\"p\">", "<p>", "bytes are gone")]
    [InlineData("</ul>\n<p", "</ul><p", "bytes are gone")]
    [InlineData("four five", "four&#32;five", "bytes are gone")]
    [InlineData("<ac:inline-comment-marker ac:ref=\"r\">two</ac:inline-comment-marker>", "two", "comment r left its words: two")]
    [InlineData("<ac:inline-comment-marker ac:ref=\"r\">two</ac:inline-comment-marker> three",
        "two <ac:inline-comment-marker ac:ref=\"r\">three</ac:inline-comment-marker>", "comment r left its words: two")]
    [InlineData("six", "other", "reads otherwise")]
    [InlineData("<h2>six</h2>", "<h2>six", "not well-formed")]
    public void Damage_is_seen(string from, string to, string fault) =>
        Faults(Page.Replace(from, to, StringComparison.Ordinal) + "<p>new</p>").ShouldContain(found => found.StartsWith(fault));

    private static List<string> Faults(string after)
    {
        var markdown = new StorageFormatToMarkdown().Convert(Page, Options).Markdown!;
        var edit = new PageEdit("append", markdown + "\nnew\n");
        return EditOracle.Faults(Page, markdown, edit, after, [], Options);
    }
}

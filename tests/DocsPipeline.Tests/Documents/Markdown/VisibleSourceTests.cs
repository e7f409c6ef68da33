using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;

namespace DocsPipeline.Tests.Documents.Markdown;

/// <summary>The first of a projection's two walls, without the second one behind it: _ stands for a blank.</summary>
public sealed class VisibleSourceTests
{
    private const string Blocks = "all\n::: internal\nno\n:::\n::: partner {partners=\"acme\"}\nacme\n:::\nall";

    [Fact]
    public void Lines_that_are_not_for_the_reader_are_blank_and_all_others_stay_where_they_are()
    {
        Seen(Blocks, PublicationRule.Whole, Reader.Audience).ShouldBe(
            "all\n____________\n__\n___\n_____________________________\n____\n___\nall");
        Seen(Blocks, PublicationRule.Whole, Reader.Partner("acme")).ShouldBe(
            "all\n____________\n__\n___\n:::_partner_{partners=\"acme\"}\nacme\n:::\nall");
        Seen(Blocks, PublicationRule.Whole, Reader.Partner("borealis")).ShouldBe(Seen(Blocks, PublicationRule.Whole, Reader.Audience));
        Seen(Blocks, PublicationRule.Extract, Reader.Partner("acme")).ShouldBe(
            "___\n____________\n__\n___\n:::_partner_{partners=\"acme\"}\nacme\n:::\n___");
    }

    [Fact]
    public void Line_ends_stay_as_they_are() =>
        Seen("a\r\n::: internal\r\nno\r\n:::\r\nb", PublicationRule.Whole, Reader.Audience).ShouldBe("a\r\n____________\r\n__\r\n___\r\nb");

    [Theory]
    [InlineData("::: partner\na\n:::\n")]
    [InlineData("::: partner\na\n:::\n::: internal\nb\n:::\n")]
    [InlineData("::: partner\na\n:::\n::: partner\nb\n:::\n")]
    public void A_panel_is_shown_where_anything_in_it_is(string inside)
    {
        var seen = Seen($"no\n:::: panel\nno\n{inside}::::\n", PublicationRule.Extract, Reader.Audience).Split('\n');

        (seen[0], seen[1], seen[2], seen[^2]).ShouldBe(("__", "::::_panel", "__", "::::"));
    }

    [Fact]
    public void Without_blocks_a_whole_document_is_all_there_and_of_an_extract_nothing_is()
    {
        const string Body = "all of it";

        For(Body, PublicationRule.Whole, Reader.Audience).ShouldBeSameAs(Body);
        For(Body, PublicationRule.Extract, Reader.Audience).ShouldBe("");
        For(Body, PublicationRule.Extract, Reader.Partner("acme")).ShouldBe("");
    }

    [Fact]
    public void Of_what_is_never_published_nothing_is_seen() => For(Blocks, PublicationRule.Never, Reader.Audience).ShouldBe("");

    private static string Seen(string body, PublicationRule rule, Reader reader) => For(body, rule, reader).Replace(' ', '_');

    private static string For(string body, PublicationRule rule, Reader reader) =>
        VisibleSource.For(body, MarkdownReader.Read(body, rule), rule, reader);
}

using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Extensions.Emoji;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Names of emoji between colons: the emoji where a person wrote one, and text where the page has text.</summary>
public sealed class ShortcodeTests
{
    private static readonly ConversionOptions Options = new();

    [Theory]
    [InlineData("Ship it :rocket:", "<p>Ship it 🚀</p>")]
    [InlineData("(:white_check_mark:) :+1::+1:", "<p>(✅) 👍👍</p>")]
    [InlineData("\\:tada: and &#58;x:", "<p>🎉 and ❌</p>")]
    [InlineData("**:x:** <b>:x:</b>", "<p><strong>❌</strong> <b>❌</b></p>")]
    [InlineData("<p>:tada:</p>", "<p>🎉</p>")]
    [InlineData("[:heart:](https://x.example/:x:)", "<p><a href=\"https://x.example/:x:\">❤️</a></p>")]
    public void A_name_that_GitHub_knows_is_the_emoji(string markdown, string storage) => Storage(markdown).ShouldBe(storage);

    [Theory]
    [InlineData("12:30:45 a:b:c a::b :: : x :tada : 1:100:2")]
    [InlineData(":no_such_name: :TADA: :custom_arrow_left:")]
    [InlineData(":ta<!-- -->da: :<!-- -->x:")]
    public void Anything_else_is_text(string markdown) => Storage(markdown).ShouldBe($"<p>{markdown.Replace("<!-- -->", "")}</p>");

    [Theory]
    [InlineData("`:tada:`", "<p><code>:tada:</code></p>")]
    [InlineData("<code>:tada:</code> x", "<p><code>:tada:</code> x</p>")]
    [InlineData("<pre>:tada:</pre>", "<pre>:tada:</pre>")]
    [InlineData("https://x.example/:x:/", "<p><a href=\"https://x.example/:x:/\">https://x.example/:x:/</a></p>")]
    public void Code_and_addresses_are_left_alone(string markdown, string storage) => Storage(markdown).ShouldBe(storage);

    [Fact]
    public void Text_of_a_page_stays_text_whatever_its_name_and_place()
    {
        foreach (var name in EmojiMapping.GetDefaultEmojiShortcodeToUnicode().Keys)
        {
            foreach (var frame in (string[])["<p>a {0} b</p>", "<h2>{0}</h2>", "<p>(<strong>{0}</strong>)</p>", "<p>{0}{0}</p>",
                "<table><tbody><tr><td rowspan=\"2\"><p>x {0}</p></td></tr></tbody></table>"])
            {
                var page = frame.Replace("{0}", name);
                var markdown = new StorageFormatToMarkdown().Convert(page, Options).Markdown.ShouldNotBeNull();
                Shortcodes.Find(markdown, out _, out _).ShouldBe(-1, markdown);
                new StorageFormatToMarkdown().Convert(Storage(markdown), Options).Markdown.ShouldBe(markdown);
                Storage(markdown).ShouldContain(name);
            }
        }
    }

    [Fact]
    public void Words_beside_a_name_change_alone()
    {
        const string Page = "<p>a :x: b :<ac:inline-comment-marker ac:ref=\"1\">tada</ac:inline-comment-marker>: <code>:x:</code> end</p>";
        var markdown = new StorageFormatToMarkdown().Convert(Page, Options).Markdown.ShouldNotBeNull();
        new MarkdownToStorageFormat().Convert(markdown, Page, Options).Storage.ShouldBe(Page);
        new MarkdownToStorageFormat().Convert(markdown.Replace("a :", "one :").Replace("end", "stop"), Page, Options).Storage
            .ShouldBe(Page.Replace("a :", "one :").Replace("end", "stop"));
        new MarkdownToStorageFormat().Convert(markdown.Replace("end", ":rocket:"), Page, Options).Storage
            .ShouldBe(Page.Replace("end", "🚀"));
    }

    private static string Storage(string markdown) =>
        new MarkdownToStorageFormat().Convert(markdown, null, Options).Storage.ShouldNotBeNull();
}

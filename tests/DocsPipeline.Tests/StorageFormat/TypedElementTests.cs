using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>What Confluence adds to an element tomorrow must not push it into a form that nobody can read.</summary>
public sealed class TypedElementTests
{
    private const string User = "<ac:link><ri:user ri:account-id=\"5f\" /></ac:link>";
    private const string Page = "<ac:link><ri:page ri:content-title=\"Terms\" /><ac:link-body>t</ac:link-body></ac:link>";
    private const string File = "<ac:link><ri:attachment ri:filename=\"a.pdf\" /><ac:link-body>f</ac:link-body></ac:link>";
    private const string Space = "<ac:link><ri:space ri:space-key=\"EDI\" /><ac:link-body>s</ac:link-body></ac:link>";
    private const string Emoticon = "<ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":x:\" ac:emoji-id=\"1f600\" />";

    [Theory]
    [InlineData(User, "[@5f](mention:5f)")]
    [InlineData(Page, "[t](confluence:page/Terms)")]
    [InlineData(File, "[f](a.pdf)")]
    [InlineData(Space, "[s](confluence:space/EDI)")]
    public void An_id_that_is_given_anew_changes_nothing(string element, string markdown)
    {
        foreach (var id in new[] { "ri:local-id", "local-id", "ac:local-id" })
        {
            Markdown(element.Replace("<ri:user", $"<ri:user {id}=\"1\"").Replace("<ri:page", $"<ri:page {id}=\"1\"")
                .Replace("<ri:attachment", $"<ri:attachment {id}=\"1\"").Replace("<ri:space", $"<ri:space {id}=\"1\"")
                .Replace("<ac:link>", $"<ac:link {id}=\"2\">")).ShouldBe(markdown);
        }
    }

    [Theory]
    [InlineData(User)]
    [InlineData(Page)]
    [InlineData(File)]
    [InlineData(Space)]
    [InlineData(Emoticon)]
    [InlineData("<time datetime=\"2026-01-02\" />")]
    [InlineData("<ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image>")]
    public void An_attribute_that_nobody_knows_leaves_it_readable_and_comes_back(string element)
    {
        var end = element.IndexOfAny([' ', '>']);
        foreach (var attribute in new[] { "ac:new=\"1\"", "data-new=\"a &amp; b\"", "ri:odd=\"?#&amp;\"" })
        {
            var storage = $"<p>x {element.Insert(end, $" {attribute}")} y</p>";
            var markdown = Markdown(storage);
            markdown.ShouldNotContain("data-element");
            CanonicalStorage.Of(Storage(markdown)).ShouldBe(CanonicalStorage.Of(storage));
        }

        var inner = element.IndexOf("<ri:", StringComparison.Ordinal);
        if (inner > 0 && !element.StartsWith("<ac:image", StringComparison.Ordinal))
        {
            var storage = $"<p>{element.Insert(element.IndexOf(' ', inner), " ri:new=\"1\" data-x=\"2\"")}</p>";
            Markdown(storage).ShouldNotContain("data-element");
            CanonicalStorage.Of(Storage(Markdown(storage))).ShouldBe(CanonicalStorage.Of(storage));
        }
    }

    [Theory]
    [InlineData("[x](confluence:page/T?link:ac:anchor=a&ri:content-title=b&space=A&space=B#c)")]
    [InlineData("[@u](mention:u?ri:account-id=2&ri:x=1&ri:x=2&link:q=1&link:q=2)")]
    public void What_a_link_says_twice_it_has_once(string markdown) =>
        CanonicalStorage.IsWellFormed(Storage(markdown)).ShouldBeTrue();

    [Fact]
    public void A_page_is_linked_by_its_id_where_it_has_no_title()
    {
        const string Link = "<p><ac:link><ri:page ri:content-id=\"123\" /><ac:link-body>By id</ac:link-body></ac:link></p>";
        Markdown(Link).ShouldBe("[By id](confluence:page?id=123)");
        Storage(Markdown(Link)).ShouldBe(Link);
    }

    [Theory]
    [InlineData("block")]
    [InlineData("embed")]
    public void A_smart_link_that_stands_alone_stands_in_no_paragraph(string appearance)
    {
        var card = $"<a href=\"https://e.example/~b_c_\" data-card-appearance=\"{appearance}\">https://e.example/~b_c_</a>";
        foreach (var storage in new[] { $"<p>a</p>{card}<p>b</p>", $"<p>{card}</p>", $"<ul><li>{card}</li><li><p>x</p></li></ul>" })
        {
            Markdown(storage).ShouldContain(card);
            Storage(Markdown(storage)).ShouldBe(storage);
        }
    }

    [Theory]
    [InlineData("<p>Log at https://e.example/run_1_/a*b and ~x</p>", "Log at https:<!-- -->//e.example/run_1\\_/a*b and ~x")]
    [InlineData("<p>(www.e.example/_a_), *b*</p>", "(www<!-- -->.e.example/\\_a\\_), \\*b\\*")]
    [InlineData("<p>https://{host}_x_ y_</p>", "https://{host}\\_x\\_ y\\_")]
    [InlineData("<p>https://e.example/<strong>b</strong></p>", "https://e.example/<!-- -->**b**")]
    [InlineData("<p><a href=\"https://e.example/a_b\">https://e.example/a_b</a>, c</p>", "https://e.example/a_b, c")]
    [InlineData("<p><a href=\"https://e.example/a\">https://e.example/a</a>b</p>", "<https://e.example/a>b")]
    public void Nothing_that_would_become_a_part_of_an_address_stands_in_it(string storage, string markdown) =>
        Markdown(storage).ShouldBe(markdown);

    [Fact]
    public void An_address_that_was_text_stays_text_where_the_line_around_it_is_edited()
    {
        const string Text = "<p>See https://e.example/a_b or ask x@y.example.</p><ul><li><p>one</p></li></ul>";
        Storage(Markdown(Text).Replace("See", "**Look** at"), Text)
            .ShouldBe(Text.Replace("See", "<strong>Look</strong> at"));
    }

    [Theory]
    [InlineData("breakoutMode|language", "```bash breakoutMode=\"v\"\n")]
    [InlineData("language|theme", "```bash theme=\"v\"\n")]
    [InlineData("theme|language", "```bash theme=\"v\" ::at=\"1\"\n")]
    [InlineData("language|breakoutMode|theme", "```bash breakoutMode=\"v\" theme=\"v\" ::at=\"0\"\n")]
    [InlineData("title|language", "<b data-title>v</b>\n```bash title:shown ::at=\"1\"\n")]
    public void Code_begins_with_its_language(string parameters, string fence)
    {
        var storage = "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\">"
            + string.Concat(parameters.Split('|').Select(name =>
                $"<ac:parameter ac:name=\"{name}\">{(name == "language" ? "bash" : "v")}</ac:parameter>"))
            + "<ac:plain-text-body><![CDATA[ls]]></ac:plain-text-body></ac:structured-macro>";
        Markdown(storage).ShouldStartWith(fence);
        Storage(Markdown(storage)).ShouldBe(storage);
    }

    [Theory]
    [InlineData("ui-tab", "<span data-macro=\"ui-tab\">Ui tab</span>")]
    [InlineData("toc", "<!-- confluence:toc -->")]
    public void A_macro_without_a_body_takes_none_from_another(string name, string alone)
    {
        var with = $"<ac:structured-macro ac:name=\"{name}\" ac:schema-version=\"1\"><ac:rich-text-body><p>in</p></ac:rich-text-body>"
            + "</ac:structured-macro>";
        var without = $"<ac:structured-macro ac:name=\"{name}\" ac:schema-version=\"1\" />";
        foreach (var storage in new[] { $"{without}<p>a</p>{with}<p>b</p>", $"{with}{without}", $"<p>{without}</p>{with}{without}{with}" })
        {
            Storage(Markdown(storage)).ShouldBe(storage);
        }

        Markdown($"{without}<p>a</p>").ShouldBe($"{alone}\n\na");
    }

    [Theory]
    [InlineData("first\n\n  second\n  third", "<pre>first\n&#10;  second\n  third</pre>")]
    [InlineData("\na\n \nb", "<pre>&#10;a\n &#10;b</pre>")]
    public void Lines_of_preformatted_text_are_lines(string text, string markdown)
    {
        Markdown($"<pre>{text}</pre>").ShouldBe(markdown);
        Storage(markdown).ShouldBe($"<pre>{text}</pre>");
    }

    [Fact]
    public void Tasks_within_tasks_read_as_tasks() =>
        Markdown(Task(1, "incomplete", "<span>outer</span>" + Task(2, "complete", "<span>inner</span>")))
            .ShouldBe("- [ ] outer\n  - [x] inner");

    private static string Task(int id, string status, string body) =>
        $"<ac:task-list><ac:task><ac:task-id>{id}</ac:task-id><ac:task-status>{status}</ac:task-status><ac:task-body>{body}"
        + "</ac:task-body></ac:task></ac:task-list>";

    private static string Markdown(string storage) =>
        new StorageFormatToMarkdown().Convert(storage, new ConversionOptions()).Markdown.ShouldNotBeNull().TrimEnd('\n');

    private static string Storage(string markdown, string? page = null) =>
        new MarkdownToStorageFormat().Convert(markdown, page, new ConversionOptions()).Storage.ShouldNotBeNull();
}

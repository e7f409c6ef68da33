using DocsPipeline.StorageFormat;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// Addresses that nothing marks are links where GitHub links them. What each line says is what <c>cmark-gfm</c> makes of it.
/// </summary>
public sealed class BareAddressSyntaxTests
{
    [Theory]
    [InlineData("https://a.example/x)y", "[https://a.example/x)y]")]
    [InlineData("https://a.example/f(x)/g)h/i", "[https://a.example/f(x)/g)h/i]")]
    [InlineData("(https://a.example/x)y) z", "([https://a.example/x)y]) z")]
    [InlineData("https://a.example/((x)))).", "[https://a.example/((x))])).")]
    [InlineData("https://a(b) https://(a https://$ https://.a https://-a", "[https://a(b)] https://(a https://$ https://.a https://-a")]
    [InlineData("https://a.example/a\\*b https://a.example/?x=1&amp;y", "[https://a.example/a\\*b] [https://a.example/?x=1&amp;y]")]
    [InlineData("https://a.example、x https://日本.example", "[https://a.example、x] [https://日本.example]")]
    public void An_address_ends_where_GitHub_ends_it(string markdown, string links) => Links(markdown).ShouldBe(links);

    [Theory]
    [InlineData("\"https://a.example\" 'https://a.example/b'", "\"[https://a.example]\" '[https://a.example/b]'")]
    [InlineData("see:https://a.example =https://a.example", "see:[https://a.example] =[https://a.example]")]
    [InlineData("x/https://a.example -https://a.example", "x/[https://a.example] -[https://a.example]")]
    [InlineData("{https://a.example}", "{[https://a.example}]")]
    [InlineData("日本https://a.example/x （https://a.example", "日本[https://a.example/x] （[https://a.example]")]
    [InlineData("|https://a.example| 1https://a.example", "|[https://a.example|] 1[https://a.example]")]
    [InlineData("HTTP://EXAMPLE.COM/x Ftp://a.example", "[HTTP://EXAMPLE.COM/x] [Ftp://a.example]")]
    [InlineData("xhttps://a.example https://a.b_c http://a_b.c.d", "xhttps://a.example https://a.b_c [http://a_b.c.d]")]
    [InlineData("[https://a.example", "[https://a.example")]
    public void One_with_a_scheme_begins_behind_all_but_a_letter(string markdown, string links) => Links(markdown).ShouldBe(links);

    [Theory]
    [InlineData("www.a (www.a.example) *www.b.example*", "[www.a] ([www.a.example]) [www.b.example]")]
    [InlineData("1www.a.example \"www.a.example\" >www.a.example", "1www.a.example \"www.a.example\" >www.a.example")]
    [InlineData("日本www.a.example x:www.a.example", "日本www.a.example x:www.a.example")]
    [InlineData("WWW.a.example www._a www.a_b.c.d", "WWW.a.example www._a [www.a_b.c.d]")]
    public void One_without_begins_behind_a_space_a_bracket_or_a_mark(string markdown, string links) => Links(markdown).ShouldBe(links);

    [Theory]
    [InlineData("Email:me@a.example a/me@a.example", "Email:[me@a.example] a/[me@a.example]")]
    [InlineData("xmpp:a@b.example. mailto:a@b.example", "[xmpp:a@b.example]. [mailto:a@b.example]")]
    [InlineData("Xmpp:a@b.example amailto:a@b.example", "Xmpp:[a@b.example] amailto:[a@b.example]")]
    [InlineData("mailto:a@b.example?subject=x 日mailto:a@b.example", "[mailto:a@b.example]?subject=x 日[mailto:a@b.example]")]
    [InlineData("a@b.c1 a@b.example@ a@b.example_ a@b", "a@b.c1 a@b.example@ a@b.example_ a@b")]
    [InlineData("a@b@c.example a@b.example.. _a@b.example_", "a@[b@c.example] [a@b.example].. [a@b.example]")]
    public void So_are_those_of_e_mail(string markdown, string links) => Links(markdown).ShouldBe(links);

    [Theory]
    [InlineData("Email:me@a.example xmpp:me@a.example/r (https://a.example) **me@a.example**")]
    [InlineData("see:<https://a.example> [HTTP://A.EXAMPLE](HTTP://A.EXAMPLE) <https://a.example/x)y>")]
    [InlineData("=https:<!-- -->//a.example HTTP:<!-- -->//a.example")]
    public void They_are_written_as_they_are_read(string markdown) => Markdown(Back(markdown)).ShouldBe(markdown + "\n");

    [Theory]
    [InlineData("| a |\n| --- |\n| x\\|https://a.example\\|y |", "href=\"https://a.example|y\">https://a.example|y</a>")]
    [InlineData("xmpp:a@b.example", "<a href=\"xmpp:a@b.example\">")]
    [InlineData("mailto:a@b.example", "<a href=\"mailto:a@b.example\">mailto:a@b.example</a>")]
    public void They_lead_where_they_say(string markdown, string link)
    {
        Back(markdown).ShouldContain(link);
        Back(Markdown(Back(markdown))).ShouldBe(Back(markdown));
    }

    private static string Links(string markdown)
    {
        var storage = Back(markdown);
        Back(Markdown(storage)).ShouldBe(storage);
        foreach (var tag in (string[])["<p>", "</p>", "<em>", "</em>"])
        {
            storage = storage.Replace(tag, "");
        }

        var links = string.Concat(storage.Replace("</a>", "]").Split("<a ").Select((part, at) =>
            at == 0 ? part : "[" + part[(part.IndexOf('>') + 1)..]));
        return System.Net.WebUtility.HtmlDecode(links);
    }

    private static string Markdown(string page) => new StorageFormatToMarkdown().Convert(page).Markdown.ShouldNotBeNull();

    private static string Back(string markdown) => new MarkdownToStorageFormat().Convert(markdown, null).Storage.ShouldNotBeNull();
}

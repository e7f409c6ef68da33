using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>What Confluence would show is a line that a reader of the Markdown sees, and every byte of it comes back.</summary>
public sealed class ReadableMacroTests
{
    private const string Terms = "<ac:link><ri:page ri:content-title=\"Terms\" /></ac:link>";

    [Theory]
    [InlineData("view-file|name=<ri:attachment ri:filename=\"prices.xlsx\" />", "[prices.xlsx](prices.xlsx)")]
    [InlineData("viewpdf|name=<ri:attachment ri:filename=\"a.pdf\" ri:version-at-save=\"4\" />", "[a.pdf](a.pdf)")]
    [InlineData("view-file|name=<ri:attachment ri:filename=\"x.json\"><ri:page ri:content-title=\"Other\" /></ri:attachment>",
        "[x.json](confluence:attachment/x.json?page=Other)")]
    [InlineData($"include|={Terms}", "Included here: [Terms](confluence:page/Terms)")]
    [InlineData($"excerpt-include|={Terms}", "Excerpt of [Terms](confluence:page/Terms)")]
    [InlineData("children", "Pages below this one")]
    [InlineData($"children|page={Terms}|depth=2", "Pages below [Terms](confluence:page/Terms)")]
    [InlineData("contentbylabel|labels=edi", "Pages with label edi")]
    [InlineData("contentbylabel|cql=label = \"edi\"", "Pages where label = \"edi\"")]
    [InlineData("jira|key=EDI-7|server=J", "EDI-7")]
    [InlineData("jira|jqlQuery=project = ED", "Jira issues: project = ED")]
    [InlineData("drawio|diagramName=Order flow", "![Diagram: Order flow](<Order flow.png>)")]
    [InlineData("gliffy|name=flow", "![Diagram: flow](flow.png)")]
    [InlineData("iframe|url=https://example.com/a_b", "Embedded here: [https://example.com/a_b](https://example.com/a_b)")]
    [InlineData("easy-math-block|body=\\frac{1}{2}", "\\frac{1}{2}")]
    [InlineData("recently-updated", "Recently updated")]
    [InlineData("some-app|title=The *plan*|ids=1", "Some app: The \\*plan\\*")]
    public void A_macro_without_a_body_is_a_short_line(string macro, string line)
    {
        foreach (var around in new[] { "{0}", "<p>{0}</p>", "<p>see {0} now</p>", "<ul><li>{0}</li><li><p>{0}</p></li></ul>",
            "<table><tbody><tr><th><p>h</p></th></tr><tr><td>{0}</td></tr><tr><td><p>x {0}</p></td></tr></tbody></table>",
            "<table><tbody><tr><td rowspan=\"2\">{0}</td></tr></tbody></table>" })
        {
            var storage = around.Replace("{0}", Macro(macro));
            var markdown = Markdown(storage);
            Storage(markdown).Findings.ShouldBeEmpty();
            CanonicalStorage.Of(Storage(markdown).Storage!).ShouldBe(CanonicalStorage.Of(storage));
        }

        Markdown($"<p>see {Macro(macro)} now</p>").ShouldContain($">{line}</span> now");
    }

    [Theory]
    [InlineData("toc|maxLevel=2")]
    [InlineData("scroll-pagebreak")]
    public void One_that_shows_nothing_of_its_own_stays_a_comment(string macro) =>
        Markdown(Macro(macro)).ShouldStartWith("<!-- confluence:");

    [Fact]
    public void A_file_that_is_previewed_is_an_attachment_of_the_page() =>
        new StorageFormatToMarkdown().Convert(
            Macro("view-file|name=<ri:attachment ri:filename=\"a.pdf\" />") + Macro("drawio|diagramName=flow"), new ConversionOptions())
            .Attachments.ShouldBe(["a.pdf", "flow.png"]);

    [Fact]
    public void Who_changes_where_the_line_leads_changes_the_macro()
    {
        var storage = $"<p>{Macro($"include|={Terms}")}</p>";
        var edited = Markdown(storage).Replace("confluence:page/Terms", "confluence:page/Prices").Replace(">Terms<", ">Prices<");

        Back(edited, storage).Storage.ShouldBe(storage.Replace("Terms", "Prices"));
        Back(edited, storage).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("contentbylabel|labels=edi|max=5", "edi", "partners")]
    [InlineData("jira|jqlQuery=project = ED", "ED", "PX")]
    [InlineData("jira|server=J|key=EDI-7", "EDI-7", "EDI-8")]
    [InlineData("iframe|url=https://example.com/a_b", "example.com", "example.org")]
    public void Who_changes_what_the_line_shows_changes_the_macro(string macro, string old, string renewed)
    {
        var storage = $"<p>see {Macro(macro)} now</p>";
        var edited = Markdown(storage).Replace(old, renewed);

        Back(edited, storage).Storage.ShouldBe(storage.Replace(old, renewed));
        Back(edited, storage).Findings.ShouldBeEmpty();
        Storage(edited).Storage.ShouldBe(storage.Replace(old, renewed));
    }

    [Fact]
    public void Who_changes_its_words_is_told()
    {
        const string Edited = "<span data-macro=\"children\">Our guides</span>";

        var result = Storage(Edited);
        result.Storage.ShouldBe(Macro("children"));
        var finding = result.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(FindingKind.PartIsDropped);
        finding.Message.ShouldBe("\"Our guides\" is not what macro `children` shows, which Confluence makes itself");
    }

    [Theory]
    [InlineData("Included here", "Shown there")]
    [InlineData("</span>", " and more</span>")]
    public void Who_changes_them_in_a_page_is_told_too(string old, string renewed)
    {
        var storage = $"<p>a</p>{Macro($"include|={Terms}")}";
        var result = Back(Markdown(storage).Replace(old, renewed), storage);

        result.Storage.ShouldBe(storage);
        result.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.PartIsDropped);
    }

    [Fact]
    public void A_sign_of_a_cell_in_an_emoji_is_no_cell() => Comes(
        "<table><tbody><tr><th><p>h</p></th></tr><tr><td><p><ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":x:\" "
        + "ac:emoji-id=\"u\" ac:emoji-fallback=\"a|b\" /></p></td></tr></tbody></table>");

    [Fact]
    public void Who_takes_the_link_out_is_told() =>
        Storage("<span data-macro=\"include\" _:link>Included here: Terms</span>").Findings.ShouldHaveSingleItem().Message
            .ShouldBe("macro `include` lost the link to what it shows");

    [Theory]
    [InlineData("code|language=nginx|title=nginx.conf", "<b data-title>nginx.conf</b>\n```nginx title:shown\nx\n```\n")]
    [InlineData("code|title=a_b", "<b data-title>a_b</b>\n```title:shown\nx\n```\n")]
    [InlineData("noformat|title=t", "<b data-title>t</b>\n```text noformat title:shown\nx\n```\n")]
    [InlineData("plantuml|title=t", "<b data-title>t</b>\n```plantuml macro=\"plantuml\" title:shown\nx\n```\n")]
    public void The_title_of_code_stands_above_it(string macro, string expected)
    {
        var storage = Macro(macro, "<ac:plain-text-body><![CDATA[x]]></ac:plain-text-body>");
        Markdown(storage).ShouldBe(expected);
        Comes(storage);
        Comes($"<table><tbody><tr><td rowspan=\"2\">{storage}</td></tr></tbody></table>");
        Comes($"<ul><li><p>a</p>{storage}</li></ul>");
    }

    [Theory]
    [InlineData("info|title=Mind *this*", "> [!NOTE]\n> <b data-title>Mind \\*this\\*</b>\n>\n> text\n")]
    [InlineData("warning|title=T|icon=false", "> [!CAUTION]\n> <b data-title icon=\"false\">T</b>\n>\n> text\n")]
    [InlineData("tip|icon=false|title=T", "> [!TIP]\n> <b data-title icon=\"false\" title:shown>T</b>\n>\n> text\n")]
    [InlineData("ui-tab|title=T", "<!-- confluence:ui-tab title:shown -->\n\n<b data-title>T</b>\n\ntext\n\n<!-- /confluence:ui-tab -->\n")]
    public void The_title_of_a_macro_with_a_body_is_its_first_line(string macro, string expected)
    {
        var storage = Macro(macro, "<ac:rich-text-body><p>text</p></ac:rich-text-body>");
        Markdown(storage).ShouldBe(expected);
        Comes(storage);
        Comes($"<table><tbody><tr><td rowspan=\"2\">{storage}</td></tr></tbody></table>");
    }

    [Fact]
    public void The_title_of_code_in_an_alert_is_not_the_alerts()
    {
        var code = Macro("code|title=t", "<ac:plain-text-body><![CDATA[x]]></ac:plain-text-body>");
        Comes(Macro("info", $"<ac:rich-text-body>{code}</ac:rich-text-body>"));
        Comes(Macro("info|title=u", $"<ac:rich-text-body>{code}</ac:rich-text-body>"));
    }

    [Fact]
    public void A_title_is_edited_where_it_stands()
    {
        var storage = Macro("code|language=c|title=old", "<ac:plain-text-body><![CDATA[x]]></ac:plain-text-body>");
        Back(Markdown(storage).Replace("old", "new"), storage).Storage.ShouldBe(storage.Replace("old", "new"));
    }

    [Fact]
    public void A_title_line_with_nothing_below_it_is_bold_text() =>
        Storage("<b data-title>x</b>\n\ny").Storage.ShouldBe("<p><strong>x</strong></p><p>y</p>");

    [Theory]
    [InlineData("<ac:rich-text-body><p>a</p></ac:rich-text-body><ac:rich-text-body><p>b</p></ac:rich-text-body>")]
    [InlineData("<ac:plain-text-body><![CDATA[a\n\n b]]></ac:plain-text-body><ac:rich-text-body><ul><li><p>b</p></li></ul>"
        + "</ac:rich-text-body>")]
    [InlineData("<ac:plain-text-body><![CDATA[a]]></ac:plain-text-body><ac:plain-text-body><![CDATA[```]]></ac:plain-text-body>")]
    public void Many_bodies_come_back_in_their_order_and_can_be_read(string bodies)
    {
        foreach (var name in new[] { "details", "info", "code", "expand", "two-sided|mode=x" })
        {
            Comes(Macro(name, bodies));
            Comes($"<p>x {Macro(name, bodies)} y</p>");
            Markdown(Macro(name, bodies)).ShouldNotContain("&lt;");
        }
    }

    [Theory]
    [InlineData("<p><strong>Note: </strong>text</p>", "**Note:** <!-- -->text\n")]
    [InlineData("<p>a<em> b</em></p>", "a<!-- --> *b*\n")]
    [InlineData("<h2><strong>Title </strong></h2>", "## **Title**<!-- -->\n")]
    [InlineData("<p><del>x </del><strong>y </strong><em>z</em></p>", "~~x~~ <!-- -->**y** <!-- -->*z*\n")]
    [InlineData("<p><strong>a</strong><em> b</em></p>", "<strong>a</strong><em> b</em>\n")]
    public void A_space_stands_outside_of_emphasis_and_comes_back_inside(string storage, string markdown)
    {
        Markdown(storage).ShouldBe(markdown);
        Storage(markdown).Storage.ShouldBe(storage);
    }

    [Fact]
    public void Decisions_are_a_list()
    {
        const string Decisions = "<ac:adf-extension><ac:adf-node type=\"decision-list\"><ac:adf-node type=\"decision-item\">"
            + "<ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>We take <strong>plan B</strong></ac:adf-content>"
            + "</ac:adf-node></ac:adf-node><ac:adf-fallback><ul class=\"decision-list\"><li>We take <strong>plan B</strong></li></ul>"
            + "</ac:adf-fallback></ac:adf-extension>";

        Markdown(Decisions).ShouldBe("- <span data-decision=\"DECIDED\">Decided:</span> We take **plan B**\n");
        Storage(Markdown(Decisions)).Storage.ShouldBe(Decisions);
        Comes($"<ul><li><p>x</p></li></ul>{Decisions}<ul><li><p>y</p></li></ul>{Decisions}");
    }

    [Fact]
    public void A_node_of_the_new_editor_is_a_container_by_its_type()
    {
        const string Panel = "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">custom</ac:adf-attribute>"
            + "<ac:adf-attribute key=\"panel-icon\">:x:</ac:adf-attribute><ac:adf-content><p>text</p></ac:adf-content></ac:adf-node>"
            + "<ac:adf-fallback><div>text</div></ac:adf-fallback></ac:adf-extension>";

        Markdown(Panel).ShouldBe("::: adf-panel {panel-type=\"custom\" panel-icon=\":x:\"}\ntext\n:::\n");
        Comes(Panel);
    }

    [Fact]
    public void Fallbacks_do_not_double_with_each_level()
    {
        var node = "<p>text</p>";
        for (var depth = 0; depth < 12; depth++)
        {
            node = "<ac:adf-extension><ac:adf-node type=\"x\"><ac:adf-attribute key=\"a\">1</ac:adf-attribute><ac:adf-content>"
                + $"{node}</ac:adf-content></ac:adf-node></ac:adf-extension>";
        }

        Storage(Markdown(node)).Storage!.Length.ShouldBeLessThan(node.Length * 3);
        Comes(node);
    }

    [Theory]
    [InlineData("<table><tbody><tr><td rowspan=\"2\">{0}</td></tr></tbody></table>", "<li data-task=\"5\">☑ done <strong>it</strong>")]
    [InlineData("<p>text {0} more</p>", "☑ done <strong>it</strong>")]
    [InlineData("<blockquote><p>q</p>{0}</blockquote>", "> - [x] done **it**")]
    public void Tasks_read_as_tasks_wherever_they_stand(string around, string seen)
    {
        var list = $"<ac:task-list ac:task-list-id=\"L\">{Task(5, "complete", "done <strong>it</strong>")}<ac:task-list>"
            + $"{Task(6, "incomplete", "below")}</ac:task-list>{Task(9, "incomplete", "last")}</ac:task-list>";
        var storage = around.Replace("{0}", list) + $"<ac:task-list>{Task(10, "incomplete", "counts on")}</ac:task-list>";

        Markdown(storage).ShouldContain(seen);
        Comes(storage);
    }

    [Fact]
    public void An_attribute_of_a_container_may_hold_quotation_marks() => Comes(
        Macro("panel|title=say &quot;x&quot; &amp;amp; {y} a=b|icon=false", "<ac:rich-text-body><p>x</p></ac:rich-text-body>"));

    private static string Task(int id, string status, string text) =>
        $"<ac:task><ac:task-id>{id}</ac:task-id><ac:task-status>{status}</ac:task-status><ac:task-body>"
        + $"<span class=\"placeholder-inline-tasks\">{text}</span></ac:task-body></ac:task>";

    /// <summary>A macro from <c>name|parameter=value|…</c>.</summary>
    private static string Macro(string text, string body = "")
    {
        var parts = text.Replace("= \"edi\"", "= &quot;edi&quot;").Split('|');
        var parameters = string.Concat(parts.Skip(1).Select(part => part.Split('=', 2))
            .Select(pair => $"<ac:parameter ac:name=\"{pair[0]}\">{pair[1]}</ac:parameter>"));
        var start = $"<ac:structured-macro ac:name=\"{parts[0]}\" ac:schema-version=\"1\"";
        return parameters.Length + body.Length == 0 ? $"{start} />" : $"{start}>{parameters}{body}</ac:structured-macro>";
    }

    /// <summary>The Markdown of a page comes back as the page, and as the same Markdown; with a base byte for byte.</summary>
    private static void Comes(string storage)
    {
        var markdown = Markdown(storage);
        var back = Storage(markdown);
        back.Findings.ShouldBeEmpty();
        Markdown(back.Storage!).ShouldBe(markdown);
        Page(back.Storage!).ShouldBe(Page(storage));
        Back(markdown, storage).Storage.ShouldBe(storage);
    }

    /// <summary>Without the fallback, which is made anew.</summary>
    private static string Page(string storage)
    {
        for (var start = Fallback(storage); start >= 0; start = Fallback(storage))
        {
            var end = storage.IndexOf("</ac:adf-fallback>", start, StringComparison.Ordinal) + "</ac:adf-fallback>".Length;
            storage = storage.Remove(start, end - start);
        }

        return CanonicalStorage.Of(storage);
    }

    private static int Fallback(string storage) => storage.IndexOf("<ac:adf-fallback>", StringComparison.Ordinal);

    private static string Markdown(string storage) => new StorageFormatToMarkdown().Convert(storage, new ConversionOptions()).Markdown!;

    private static WriteBackResult Storage(string markdown) => Back(markdown, null);

    private static WriteBackResult Back(string markdown, string? page) =>
        new MarkdownToStorageFormat().Convert(markdown, page, new ConversionOptions());
}

using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

public sealed class PagePropertiesTests
{
    private const string Page =
        "<ac:structured-macro ac:name=\"details\" ac:schema-version=\"1\" ac:macro-id=\"m\"><ac:parameter ac:name=\"id\">"
            + "document</ac:parameter><ac:rich-text-body><table><tbody>"
        + "<tr ac:local-id=\"1\"><th><p>id</p></th><td><p>as2-setup</p></td></tr>"
        + "<tr ac:local-id=\"2\"><th><p>summary</p></th><td><p>How to: connect</p></td></tr>"
        + "<tr ac:local-id=\"3\"><th><p>related</p></th><td><ul><li><p>one</p></li><li><p>two</p></li></ul></td></tr>"
        + "<tr ac:local-id=\"4\"><th><p>audience</p></th><td><ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">"
        + "yaml</ac:parameter><ac:plain-text-body><![CDATA[partners: [acme]]]></ac:plain-text-body></ac:structured-macro></td></tr>"
        + "</tbody></table></ac:rich-text-body></ac:structured-macro><p>Body.</p>";

    private static readonly ConversionOptions Options = new() { PagePropertiesAsFrontMatter = true };

    [Fact]
    public void Become_values_of_YAML_and_leave_the_body()
    {
        var result = new StorageFormatToMarkdown().Convert(Page, Options);
        result.Markdown.ShouldBe("Body.\n");
        result.Properties.ShouldNotBeNull().Fields.ShouldBe(new Dictionary<string, string>
        {
            ["id"] = "as2-setup",
            ["summary"] = "\"How to: connect\"",
            ["related"] = "- one\n- two",
            ["audience"] = "partners: [acme]",
        });
    }

    [Fact]
    public void Only_a_changed_row_is_written_again()
    {
        var result = Convert("Body.\n", fields => fields["summary"] = "Shorter");
        result.ShouldBe(Page.Replace("How to: connect", "Shorter"));
    }

    [Fact]
    public void A_new_field_is_a_new_row_and_a_missing_one_is_none()
    {
        var result = Convert("Body, edited.\n", fields =>
        {
            fields.Remove("related");
            fields["owner"] = "mara";
        });
        result.ShouldNotContain("<p>related</p>");
        result.ShouldContain("<tr><th><p>owner</p></th><td><p>mara</p></td></tr></tbody>");
        result.ShouldEndWith("<p>Body, edited.</p>");
    }

    [Fact]
    public void Without_a_change_every_byte_stays() => Convert("Body.\n", _ => { }).ShouldBe(Page);

    [Fact]
    public void A_new_page_begins_with_them()
    {
        var fields = new Dictionary<string, string> { ["id"] = "x", ["groups"] = "[a, b]", ["audience"] = "partners:\n  - acme" };
        var properties = new PageProperties(fields);
        var storage = new MarkdownToStorageFormat().Convert("Body.\n", null, Options, properties).Storage.ShouldNotBeNull();
        var back = new StorageFormatToMarkdown().Convert(storage, Options);
        back.Markdown.ShouldBe("Body.\n");
        back.Properties.ShouldNotBeNull()
            .Fields.ShouldBe(new Dictionary<string, string>(fields) { ["groups"] = "- a\n- b" });
    }

    private static string Convert(string markdown, Action<Dictionary<string, string>> change)
    {
        var fields = new Dictionary<string, string>(new StorageFormatToMarkdown().Convert(Page, Options).Properties!.Fields);
        change(fields);
        return new MarkdownToStorageFormat().Convert(markdown, Page, Options, new PageProperties(fields)).Storage.ShouldNotBeNull();
    }
}

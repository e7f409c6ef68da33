using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>Files of pages beside their documents.</summary>
public sealed class ExportAttachmentTests : ExportStory
{
    private static readonly byte[] Picture = [137, 80, 78, 71];

    [Fact]
    public async Task A_file_that_was_replaced_without_an_edit_is_noticed_and_nothing_but_it_is_read()
    {
        var page = await WithFile("a.png");
        await Export();
        await Upload(page, "a.png", [.. Picture, 2]);

        var report = await Export();

        (await Bytes("content/faq/with-file/a.png")).ShouldBe([.. Picture, 2]);
        report.Pages.Single(exported => exported.Id == "with-file").Reason.ShouldBe("files");
        (await Requests()).ShouldNotContain(request => request.Contains("body-format", StringComparison.Ordinal));
        (await Requests()).Count(request => request.Contains("/download", StringComparison.Ordinal)).ShouldBe(1);
        (await Export()).Commit.ShouldBeNull();
        (await Requests()).ShouldNotContain(request => request.Contains("/download", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_bytes_put_there_again_change_the_moment_and_not_the_file()
    {
        var page = await WithFile("a.png");
        await Export();
        var before = await Files("confluence-export", "content/faq/with-file/a.png");
        await Upload(page, "a.png", Picture);

        await Export();

        (await Files("confluence-export", "content/faq/with-file/a.png"))
            .Single().Bytes
            .ToArray()
            .ShouldBe(before.Single().Bytes.ToArray());
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_no_page_uses_is_not_fetched()
    {
        var page = await WithFile("a.png");
        await Export();
        await Upload(page, "unused.png", Picture);

        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_decomposed_name_finds_its_file_and_is_composed_in_git()
    {
        const string Decomposed = "Sche\u0301ma.png";
        await WithFile(Decomposed, inBody: "Sch\u00e9ma.png");

        var report = await Export();

        report.Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code.Id == "DOC0557");
        (await Bytes("content/faq/with-file/Sch\u00e9ma.png")).ShouldBe(Picture);
        (await Text("confluence-export", "content/faq/with-file.md")).ShouldContain("with-file/Sch\u00e9ma.png");
    }

    [Fact]
    public async Task A_file_that_the_page_does_not_use_any_more_goes_with_its_link()
    {
        var page = await WithFile("a.png");
        await Export();
        await Edit(page, "<ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image>", "No picture.");

        await Export();

        (await Files("confluence-export", "content/faq")).ShouldNotContain(file => file.Path.EndsWith("a.png", StringComparison.Ordinal));
        (await FrontMatter("content/faq/with-file.md")).ShouldNotContain("files:");
    }

    [Theory]
    [InlineData("virus.exe", "files of the type of `virus.exe` are not taken over")]
    [InlineData("missing.png", "`missing.png` is not attached to the page")]
    public async Task What_is_not_taken_says_why_and_what_to_do(string name, string message)
    {
        var page = await Create("With file", "with-file", $"<p><ac:image><ri:attachment ri:filename=\"{name}\" /></ac:image></p>");
        if (name.EndsWith(".exe", StringComparison.Ordinal))
        {
            await Upload(page, name, [1]);
        }

        var diagnostic = (await Export()).Diagnostics.Where(each => each.Code.Id == "DOC0557").ShouldHaveSingleItem();

        diagnostic.Message.ShouldBe(message);
        diagnostic.Help.ShouldNotBeNull().ShouldContain(name);
        (await Files("confluence-export", "content/faq")).ShouldNotContain(
            file => file.Path.StartsWith("content/faq/with-file/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_not_even_fetched()
    {
        var page = await Create("With file", "with-file", "<p><ac:image><ri:attachment ri:filename=\"large.pdf\" /></ac:image></p>");
        await Upload(page, "large.pdf", new byte[ConfluenceClient.AttachmentLimit + 1]);

        (await Export()).Diagnostics
            .Where(each => each.Code.Id == "DOC0557")
            .ShouldHaveSingleItem().Message
            .ShouldBe("`large.pdf` is larger than 25 MiB");

        (await Requests()).ShouldNotContain(
            request =>
                request.Contains($"{page.Id}/child/attachment", StringComparison.Ordinal)
                    && request.Contains("/download", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_files_that_would_be_one_in_git_are_not_mixed_up()
    {
        var page =
            await Create(
                "With file",
                "with-file",
                "<p><ac:image><ri:attachment ri:filename=\"a b.png\" /></ac:image></p><p><ac:image><ri:attachment "
                    + "ri:filename=\"a-b.png\" /></ac:image></p>");
        await Upload(page, "a b.png", [.. Picture, 1]);
        await Upload(page, "a-b.png", [.. Picture, 2]);

        (await Export()).Diagnostics
            .Where(each => each.Code.Id == "DOC0557")
            .ShouldHaveSingleItem().Message
            .ShouldBe("`a-b.png` would be the same file as another attachment of the page");

        (await Bytes("content/faq/with-file/a-b.png")).ShouldBe([.. Picture, 1]);
    }

    private async Task<ConfluencePage> WithFile(string name, string? inBody = null)
    {
        var page =
            await Create("With file", "with-file", $"<p><ac:image><ri:attachment ri:filename=\"{inBody ?? name}\" /></ac:image></p>");
        await Upload(page, name, Picture);
        return page;
    }

    private Task Upload(ConfluencePage page, string name, byte[] bytes) =>
        writer.UploadAsync(page.Id, name, bytes, "application/octet-stream", "", default);

    private async Task<byte[]> Bytes(string path) => (await Files("confluence-export", path)).ShouldHaveSingleItem().Bytes.ToArray();
}

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class PagesDirectoryTests : IAsyncLifetime
{
    private const string Broken = "<p>broken <b></p> \u0001 &nope;";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("docspipeline-pages-");
    private RunningSandbox sandbox = null!;

    public Task InitializeAsync()
    {
        Write("broken.xml", Broken);
        Write("Guides/connect.xhtml", "<p>connect</p>");
        Write("Guides/deep/connect.xml", "<p>deep</p>");
        Write("Guides/deep/picture.png", "png");
        Write("544/page.xhtml", "<p>named</p>");
        Write("544/page.v1.json", """{"title":"Named elsewhere"}""");
        Write("nothing/readme.md", "no page");
        sandbox = new RunningSandbox { PagesDirectory = folder.FullName };
        return sandbox.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_file_is_a_page_with_its_bytes_and_its_place()
    {
        var pages = await ListAsync();

        pages.Keys.ShouldBe(
            ["Pages from a folder", "broken", "544", "Named elsewhere", "Guides", "connect", "deep", "connect (2)"], ignoreOrder: true);
        pages["broken"].Body.ShouldBe(Broken);
        pages["connect"].Parent.ShouldBe(pages["Guides"].Id);
        pages["connect (2)"].Parent.ShouldBe(pages["deep"].Id);
        var bot = ConfluenceCaller.Bot(sandbox);
        (await bot.GetAsync($"/wiki/api/v2/pages/{pages["connect (2)"].Id}/attachments")).Results
            .Single()
            .GetProperty("title")
            .GetString()
            .ShouldBe("picture.png");
    }

    [Fact]
    public async Task A_broken_page_is_shown_as_its_source_and_escaped()
    {
        var pages = await ListAsync();
        var html = await sandbox.Client.GetStringAsync($"/wiki/spaces/PAGES/pages/{pages["broken"].Id}");
        html.ShouldContain("This body cannot be shown");
        html.ShouldContain("&lt;b&gt;");
    }

    private async Task<Dictionary<string, (string Id, string? Parent, string Body)>> ListAsync() =>
        (await ConfluenceCaller.Bot(sandbox).GetAsync("/wiki/api/v2/spaces/196610/pages?limit=250&body-format=storage"))
            .Results.ToDictionary(
            page => page.GetProperty("title").GetString()!,
            page => (
                page.GetProperty("id").GetString()!,
                page.TryGetProperty("parentId", out var parent) ? parent.GetString() : null,
                page.GetProperty("body").GetProperty("storage").GetProperty("value").GetString()!));

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}

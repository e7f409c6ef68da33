using System.Text;
using Build.Environments;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Export;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Sandbox;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Sandbox;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>A folder of storage-format files as a space of its own, whose pages know nothing of page properties.</summary>
public sealed class BroughtPagesTests : IAsyncLifetime
{
    private readonly string pages = Directory.CreateTempSubdirectory("pages-").FullName;
    private RunningSandbox sandbox = null!;

    public Task InitializeAsync()
    {
        sandbox = new RunningSandbox
        {
            PagesDirectory = pages,
            Repository =
                new RepositorySeed("halden/partner-docs", Checkout.Root, ["content/pipeline.yml", "schemas", ".github/CODEOWNERS"]),
        };
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        Directory.Delete(pages, recursive: true);
    }

    [Fact]
    public async Task Broken_storage_is_one_diagnostic_with_its_place_and_the_other_pages_become_internal_articles()
    {
        Bring("good-page.xml", "<h2>Question</h2><p>Answer.</p>");
        Bring("broken-page.xml", "<p>One <strong>two</p>");
        Bring("last-page.xml", "<p>Last.</p>");
        await sandbox.InitializeAsync();
        var connections = SandboxConnections.At(sandbox.Host.Address);
        using var exporter = new Exporter(connections, Path.Combine(sandbox.StateDirectory, "clone.git"));

        var report = await exporter.RunAsync(new ExportRequest(), new Progress<string>(), default);

        var brought = report.Pages.Where(page => page.Space == "PAGES").ToList();
        brought.Where(page => page.Status == ExportStatus.Failed).ShouldHaveSingleItem();
        report.Diagnostics.Where(diagnostic => diagnostic.Code.Id == "DOC0501").ShouldHaveSingleItem().Span.Line.ShouldBe(1);
        var git =
            await GitRepository.OpenAsync(Path.Combine(sandbox.StateDirectory, "reader.git"), GitRemote.Of(connections.GitHub), default);
        await git.FetchAsync(default);
        var files = await git.ReadTreeAsync((await git.ResolveAsync("confluence-export", default))!, ["content/faq"], default);
        foreach (var page in brought.Where(page => page.Status == ExportStatus.Exported))
        {
            var document = DocumentReader.Read(files.Single(file => file.Path == page.Path), [])!;
            (document.Kind, document.Classification, document.FrontMatter.Text("selected"), document.Audience.IsNobody).ShouldBe(
                ("faq-article", "internal", "false", true));
        }

        files
            .Select(file => Encoding.UTF8.GetString(file.Bytes.Span))
            .ShouldContain(text => text.EndsWith("## Question\n\nAnswer.\n", StringComparison.Ordinal));
    }

    [CorpusFact]
    public async Task Real_pages_become_documents_that_read_back_and_a_second_run_writes_nothing()
    {
        foreach (var file in Directory.GetFiles(CorpusFactAttribute.Pages, "*.xml"))
        {
            File.Copy(file, Path.Combine(pages, Path.GetFileName(file)));
        }

        await sandbox.InitializeAsync();
        var connections = SandboxConnections.At(sandbox.Host.Address);
        using var exporter = new Exporter(connections, Path.Combine(sandbox.StateDirectory, "clone.git"));

        var report = await exporter.RunAsync(new ExportRequest(), new Progress<string>(), default);

        report.Pages
            .Count(page => page.Space == "PAGES" && page.Status == ExportStatus.Exported)
            .ShouldBeGreaterThanOrEqualTo(Directory.GetFiles(CorpusFactAttribute.Pages, "*.xml").Length);
        var git =
            await GitRepository.OpenAsync(Path.Combine(sandbox.StateDirectory, "reader.git"), GitRemote.Of(connections.GitHub), default);
        await git.FetchAsync(default);
        DocumentSet
            .Load(await git.ReadTreeAsync((await git.ResolveAsync("confluence-export", default))!, ["content"], default)).Diagnostics
            .ShouldBeEmpty();
        (await exporter.RunAsync(new ExportRequest(), new Progress<string>(), default)).Commit.ShouldBeNull();
    }

    private void Bring(string name, string storage) => File.WriteAllText(Path.Combine(pages, name), storage);
}

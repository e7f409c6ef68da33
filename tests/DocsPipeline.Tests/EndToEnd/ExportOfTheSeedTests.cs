using System.Text;
using DocsPipeline.Flows.Export;
using DocsPipeline.Flows.Export.Reporting;

namespace DocsPipeline.Tests.EndToEnd;

public sealed class ExportOfTheSeedTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_first_export_gives_the_sample_content_to_the_byte()
    {
        using var exporter = new Exporter(world.Connections, world.WorkFolder, world.Fresh());
        var report = await exporter.RunAsync(new ExportRequest(), world, CancellationToken.None);
        report.Count(ExportStatus.Failed).ShouldBe(0);

        var git = await world.OpenAsync();
        await git.FetchAsync(CancellationToken.None);
        var head = await git.ResolveAsync("confluence-export", CancellationToken.None);
        var exported = await git.ReadTreeAsync(head!, ["content"], CancellationToken.None);
        var expected = Checkout.Files
            .Where(file => file.Path.StartsWith("content/", StringComparison.Ordinal))
            .ToDictionary(file => file.Path);
        exported.Select(file => file.Path).ShouldBe(expected.Keys, ignoreOrder: true);
        foreach (var file in exported)
        {
            if (ExpectedFile.IsRewritten)
            {
                await File.WriteAllBytesAsync(Path.Combine(Checkout.Root, file.Path), file.Bytes, CancellationToken.None);
                continue;
            }

            Encoding.Latin1.GetString(file.Bytes.Span).ShouldBe(Encoding.Latin1.GetString(expected[file.Path].Bytes.Span), file.Path);
        }
    }
}

using System.Diagnostics;
using AngleSharp.Dom;
using DocsPipeline.Demo.Clients;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo;

/// <summary>
/// Pictures of the portal as the partners see it at the end, where a browser is installed. The pages are saved with their styles, so that
/// no browser has to sign in.
/// </summary>
internal sealed class Screenshots(DemoFixture fixture, string folder, IProgress<string> steps)
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly (string Name, int Width, int Height)[] Sizes = [("desktop", 1280, 1400), ("phone", 390, 1400)];

    public async Task TakeAsync(string caseNumber, CancellationToken cancellation)
    {
        if (Browser() is not { } browser)
        {
            steps.Report("No browser is installed: no pictures of the portal were taken");
            return;
        }

        Directory.CreateDirectory(folder);
        (string Name, PortalClient Partner, string Path)[] pages =
        [
            ("acme-home", fixture.Anna, "/portal"),
            ("acme-documents", fixture.Anna, "/portal/documents"),
            ("acme-change-plan", fixture.Anna, "/portal/documents/as2-certificate-renewal-2027"),
            ("acme-superseded-guide", fixture.Anna, "/portal/documents/x12-856-ship-notice"),
            ("acme-case", fixture.Anna, $"/portal/cases/{caseNumber}"),
            ("borealis-documents", fixture.Bo, "/portal/documents"),
        ];
        foreach (var (name, partner, path) in pages)
        {
            var file = Path.GetFullPath(Path.Combine(folder, $"{name}.html"));
            await File.WriteAllTextAsync(file, await SavedAsync(partner, path, cancellation), cancellation);
            foreach (var (size, width, height) in Sizes)
            {
                await ShootAsync(browser, file, Path.GetFullPath(Path.Combine(folder, $"{name}-{size}.png")), width, height, cancellation);
            }

            File.Delete(file);
        }

        steps.Report($"{pages.Length * Sizes.Length} pictures of the portal are in {folder}");
    }

    private static async Task<string> SavedAsync(PortalClient partner, string path, CancellationToken cancellation)
    {
        var page = await partner.ReadAsync(path, cancellation)
            ?? throw new InvalidOperationException($"{partner.Company}: there is no page {path}");
        foreach (var link in page.QuerySelectorAll("link[rel=stylesheet]").ToList())
        {
            var style = page.CreateElement("style");
            style.TextContent = await partner.StyleAsync(link.GetAttribute("href")!, cancellation);
            link.Replace(style);
        }

        return page.DocumentElement.OuterHtml;
    }

    private static async Task ShootAsync(string browser, string page, string picture, int width, int height, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(browser)
        {
            ArgumentList =
            {
                "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                $"--window-size={width},{height}", $"--screenshot={picture}", new Uri(page).AbsoluteUri,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
    }

    private static string? Browser() => (
        from path in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Programs
        let program = Path.Combine(path, name)
        where File.Exists(program)
        select program).FirstOrDefault();
}

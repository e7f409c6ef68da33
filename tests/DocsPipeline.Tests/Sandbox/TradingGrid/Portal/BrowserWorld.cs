using Microsoft.Playwright;

namespace DocsPipeline.Tests.Sandbox.TradingGrid.Portal;

/// <summary>A sandbox with some documents for Acme, and one browser that all its tests share.</summary>
public sealed class BrowserWorld : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public GridWorld Grid { get; } = new();

    public async Task InitializeAsync()
    {
        await Grid.InitializeAsync();
        var file = await Grid.UploadCleanAsync("a certificate", "application/pkix-cert");
        await Grid.PublishAsync("as2-guide", GridWorld.Draft("AS2 setup guide", $"""
            <h2>Endpoints</h2><table><thead><tr><th>Setting</th><th>Test</th><th>Production</th></tr></thead>
            <tbody><tr><td>URL</td><td>https://as2-test.halden.example/as2/a/rather/long/path</td>
            <td>https://as2.halden.example/as2/a/rather/long/path</td></tr></tbody></table>
            <pre>ISA*00*          *00*          *12*5551230001     *ZZ*HALDENTEST     *261122*0915*U*00401*000000451*0*T*&gt;~</pre>
            <p>AVeryLongWordThatNoScreenOfThisWidthCouldEverHoldWithoutBreakingItSomewhereInTheMiddle</p>
            <p><a href="attachment:{file}">The certificate</a></p>
            """, ("attachments", new[] { new { sha256 = file, fileName = "test.cer" } })));
        await Grid.PublishAsync(
            "rollover", GridWorld.Draft("Certificate rollover", fields: [("kind", "notice"), ("acknowledgementRequired", true)]));
        await Grid.PublishAsync("asn-tests", GridWorld.Draft("ASN test instructions", fields: [
            ("kind", "test-instructions"),
            ("testPlan", new { planId = "asn", testCases = new[] { new { id = "TC-1", title = "One carton" } } })]));
        if (BrowserFactAttribute.Browser is { } path)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
    }

    public async Task DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        await Grid.DisposeAsync();
    }

    /// <summary>A fresh window that runs no scripts, as the portal promises to need none.</summary>
    public async Task<IPage> OpenAsync(int width = 1280)
    {
        var context = await browser!.NewContextAsync(
            new() { BaseURL = Grid.Address.ToString(), JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 844 } });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async Task<IPage> SignInAsync(int width = 1280)
    {
        var page = await OpenAsync(width);
        await page.GotoAsync("/portal/");
        await page.GetByLabel("E-mail address").FillAsync("anna@acme.example");
        await page.GetByLabel("Password").FillAsync("acme-portal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        return page;
    }
}

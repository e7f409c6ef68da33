using Microsoft.Playwright;

namespace DocsPipeline.Tests.Sandbox.TradingGrid.Portal;

public sealed class PortalInABrowserTests(BrowserWorld world) : IClassFixture<BrowserWorld>
{
    [BrowserFact]
    public async Task A_partner_signs_in_reads_confirms_rates_asks_and_raises_a_case()
    {
        var page = await world.SignInAsync();
        await Heading(page, "Welcome, Anna");

        await page.GetByRole(AriaRole.Link, new() { Name = "Certificate rollover" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read and understood this" }).ClickAsync();
        await Status(page, "Your confirmation is recorded.");

        await page.GetByLabel("No", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("What could be better?").FillAsync("Name the fingerprint.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send feedback" }).ClickAsync();
        await Status(page, "Thank you for your feedback.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ask about this document" }).ClickAsync();
        await page.GetByLabel("Your question").FillAsync("Which fingerprint?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Status(page, "Your question is on its way.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Cases" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Raise a case" }).ClickAsync();
        await page.GetByLabel("What is wrong?").FillAsync("ASN rejected");
        await page.GetByLabel("What is it about?").SelectOptionAsync("transaction-rejected");
        await page.GetByLabel("How bad is it?").SelectOptionAsync("2");
        await page.GetByLabel("What happened?").FillAsync("AK5*R");
        await page.GetByLabel("Transaction set or message").FillAsync("856");
        await page
            .GetByLabel("A file")
            .SetInputFilesAsync(new FilePayload { Name = "997.edi", MimeType = "text/plain", Buffer = "ST*997*0001~"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Status(page, "Your case is open.");
        await Heading(page, "ASN rejected");

        var types = await world.Grid.Pipeline.EventTypesAsync();
        new[] { "document.acknowledged", "feedback.created", "question.created", "case.created" }.Except(types).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_test_result_is_recorded()
    {
        var page = await world.SignInAsync();
        await page.GotoAsync("/portal/documents/asn-tests");
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a test result" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "TC-1 · One carton" }).GetByLabel("Result").SelectOptionAsync("passed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();

        await Status(page, "Your test result is recorded.");
        (await world.Grid.Pipeline.AllAsync("/test-runs")).Single().GetProperty("outcome").GetString().ShouldBe("passed");
    }

    [BrowserFact]
    public async Task The_keyboard_alone_is_enough()
    {
        var page = await world.OpenAsync();
        await page.GotoAsync("/portal/sign-in");
        await TabToAsync(page, "E-mail address");
        await page.Keyboard.TypeAsync("anna@acme.example");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("acme-portal");
        await page.Keyboard.PressAsync("Enter");
        await Heading(page, "Welcome, Anna");

        await page.Keyboard.PressAsync("Tab");
        (await FocusAsync(page)).ShouldBe("Skip to the content", "the first stop leads past the navigation");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "Ask a question");
        await page.Keyboard.PressAsync("Enter");
        await Heading(page, "Ask a question");
        await TabToAsync(page, "Your question");
        await page.Keyboard.TypeAsync("Typed without a mouse?");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Status(page, "Your question is on its way.");
    }

    [BrowserFact]
    public async Task No_page_scrolls_sideways_on_a_phone()
    {
        var page = await world.SignInAsync(width: 390);
        foreach (var path in new[]
        {
            "/portal/", "/portal/documents", "/portal/documents?q=nothing", "/portal/documents/as2-guide", "/portal/documents/rollover",
            "/portal/documents/none", "/portal/cases",
            "/portal/cases/new", "/portal/questions", "/portal/questions/new", "/portal/test-results", "/portal/test-results/new",
            "/portal/test-results/new?document=asn-tests",
        })
        {
            await page.GotoAsync(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }
    }

    [BrowserFact]
    public async Task Every_page_has_one_heading_a_main_landmark_and_named_fields()
    {
        var page = await world.SignInAsync();
        foreach (var path in new[]
        {
            "/portal/",
            "/portal/documents",
            "/portal/documents/as2-guide",
            "/portal/cases/new",
            "/portal/questions/new",
            "/portal/test-results/new?document=asn-tests",
        })
        {
            await page.GotoAsync(path);
            (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync()).ShouldBe(1, path);
            (await page.GetByRole(AriaRole.Main).CountAsync()).ShouldBe(1, path);
            (
                await page.EvaluateAsync<int>(
                    "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(field => field.labels.length "
                    + "=== 0).length")).ShouldBe(0,
                path);
        }
    }

    [BrowserFact]
    public async Task Text_is_readable_in_light_and_in_dark()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await world.SignInAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var path in new[] { "/portal/", "/portal/documents", "/portal/documents/rollover", "/portal/cases/new" })
            {
                await page.GotoAsync(path);
                (await page.EvaluateAsync<string[]>(FaintTexts)).ShouldBeEmpty($"{scheme} {path}");
            }
        }
    }

    // WCAG 2 contrast of each text with the first opaque background behind it; 4.5 is AA for small text.
    private const string FaintTexts = """
        (() => {
          const parse = colour => colour.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => {
            const f = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
            return .2126 * f(r) + .7152 * f(g) + .0722 * f(b);
          };
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const c = parse(getComputedStyle(e).backgroundColor);
              if (c.length < 4 || c[3] > 0) return c;
            }
            return [255, 255, 255];
          };
          const texts = [...document.querySelectorAll('body *')]
            .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
          return texts
            .filter(e => {
              const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))];
              return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5;
            })
            .map(e => e.tagName + ' ' + e.textContent.trim().slice(0, 40));
        })()
        """;

    private static Task Heading(IPage page, string name) =>
        page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name }).WaitForAsync();

    private static Task Status(IPage page, string text) => page.GetByRole(AriaRole.Status).Filter(new() { HasText = text }).WaitForAsync();

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var stop = 0; stop < 40; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await FocusAsync(page)).StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new ShouldAssertException($"The keyboard does not reach {name}.");
    }

    private static Task<string> FocusAsync(IPage page) =>
        page.EvaluateAsync<string>("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()");
}

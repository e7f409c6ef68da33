using System.Net;
using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

/// <summary>A partner at a browser without scripts: cookies, pages and forms.</summary>
internal sealed partial class PartnerBrowser : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient http;

    public PartnerBrowser(Uri address) => http = new HttpClient(handler) { BaseAddress = address };

    public IEnumerable<Cookie> Cookies => handler.CookieContainer.GetCookies(new Uri(http.BaseAddress!, "/portal/"));

    public static async Task<PartnerBrowser> SignInAsync(Uri address, string email)
    {
        var browser = new PartnerBrowser(address);
        (await browser.TrySignInAsync(email, Passwords[email])).Status.ShouldBe(303);
        return browser;
    }

    private static readonly Dictionary<string, string> Passwords = new()
    {
        ["anna@acme.example"] = "acme-portal",
        ["bo@borealis.example"] = "borealis-portal",
        ["cleo@cobalt.example"] = "cobalt-portal",
    };

    public Task<PortalReply> TrySignInAsync(string email, string password, string back = "") =>
        SendAsync($"/portal/sign-in{back}", $"/portal/sign-in{back}", ("email", email), ("password", password));

    public async Task<PortalReply> GetAsync(string path)
    {
        using var response = await http.GetAsync(path);
        return await PortalReply.FromAsync(response);
    }

    /// <summary>Fills the form that stands on a page and sends it, with the page's own token.</summary>
    public async Task<PortalReply> SendAsync(string page, string action, params (string Name, string Value)[] fields) =>
        await SendWithAsync((await GetAsync(page)).Token, action, fields);

    public async Task<PortalReply> SendWithAsync(string? token, string action, params (string Name, string Value)[] fields)
    {
        var pairs = fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var form = new FormUrlEncodedContent(token is null ? pairs : [.. pairs, KeyValuePair.Create("token", token)]);
        using var response = await http.PostAsync(action, form);
        return await PortalReply.FromAsync(response);
    }

    public async Task<PortalReply> UploadAsync(
        string page, string action, string fileName, string content, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("token", (await GetAsync(page)).Token!)))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent(content), "file", fileName);
        using var response = await http.PostAsync(action, form);
        return await PortalReply.FromAsync(response);
    }

    /// <summary>Raises a case and answers its number.</summary>
    public async Task<string> RaiseCaseAsync(string subject)
    {
        var sent = await SendAsync(
            "/portal/cases/new", "/portal/cases",
            ("subject", subject), ("category", "transaction-rejected"), ("severity", "2"), ("environment", "production"),
            ("description", "It does not work."), ("set", "856"));
        sent.Status.ShouldBe(303, sent.Body);
        return CaseNumber().Match(sent.Location!).Value;
    }

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex(@"TG-\d+")]
    private static partial Regex CaseNumber();
}

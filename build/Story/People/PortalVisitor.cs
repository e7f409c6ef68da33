using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Build.Story.People;

/// <summary>A partner user at the portal: reads pages and fills in their forms as a browser would, cookies and form tokens included.</summary>
internal sealed class PortalVisitor : IDisposable
{
    private readonly HttpClient http;

    private PortalVisitor(Uri sandbox, string email, string company)
    {
        (Email, Company) = (email, company);
#pragma warning disable CA2000 // The client owns the handler.
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = sandbox };
#pragma warning restore CA2000
    }

    public string Email { get; }

    public string Company { get; }

    public static Task<PortalVisitor> AnnaOfAcmeAsync(Uri sandbox, CancellationToken cancellation) => SignInAsync(new(sandbox, "anna@acme.example", "Acme Tools"), "acme-portal", cancellation);

    public static Task<PortalVisitor> BoOfBorealisAsync(Uri sandbox, CancellationToken cancellation) => SignInAsync(new(sandbox, "bo@borealis.example", "Borealis Foods"), "borealis-portal", cancellation);

    public static Task<PortalVisitor> CleoOfCobaltAsync(Uri sandbox, CancellationToken cancellation) => SignInAsync(new(sandbox, "cleo@cobalt.example", "Cobalt Freight"), "cobalt-portal", cancellation);

    /// <summary>A page as the partner gets it; null where the portal says that there is none.</summary>
    public async Task<IHtmlDocument?> ReadAsync(string path, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(path, cancellation);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await PageAsync(response, cancellation);
    }

    public Task<string> StyleAsync(string path, CancellationToken cancellation) => http.GetStringAsync(path, cancellation);

    /// <summary>The document with this external id, or null.</summary>
    public Task<IHtmlDocument?> ReadDocumentAsync(string externalId, CancellationToken cancellation) => ReadAsync($"/portal/documents/{externalId}", cancellation);

    /// <summary>External ids of the documents that a search finds.</summary>
    public async Task<IReadOnlyList<string>> SearchAsync(string words, CancellationToken cancellation) =>
    [
        .. (await ReadAsync($"/portal/documents?q={Uri.EscapeDataString(words)}", cancellation))!.QuerySelectorAll("main a[href^='/portal/documents/']")
            .Select(link => link.GetAttribute("href")!["/portal/documents/".Length..]),
    ];

    /// <summary>Everything that this partner can read: the text of every document that the portal lists for it.</summary>
    public async Task<string> ReadEverythingAsync(CancellationToken cancellation)
    {
        var list = (await ReadAsync("/portal/documents", cancellation))!;
        var texts = new List<string>();
        foreach (var path in list.QuerySelectorAll("main a[href^='/portal/documents/']").Select(link => link.GetAttribute("href")!).Distinct())
        {
            texts.Add((await ReadAsync(path, cancellation))?.QuerySelector("main")?.InnerHtml ?? "");
        }

        return string.Join('\n', texts);
    }

    /// <summary>Fills in the form of a page that posts to an address ending so, and sends it; the page that follows.</summary>
    public async Task<IHtmlDocument> SendAsync(string path, string action, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        var page = await ReadAsync(path, cancellation) ?? throw new InvalidOperationException($"{Company}: there is no page {path}");
        var form = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").FirstOrDefault(form => (form.GetAttribute("action") ?? "").Split('?')[0].EndsWith(action, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{Company}: {path} has no form for {action}");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form.QuerySelectorAll("input[name],select[name],textarea[name]").Where(field => field.GetAttribute("type") is not ("radio" or "file" or "submit")))
        {
            values[field.GetAttribute("name")!] = field is IHtmlSelectElement select ? select.Value ?? "" : field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "";
        }

        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        HttpContent content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(values) : new FormUrlEncodedContent(values);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        request.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var response = await http.SendAsync(request, cancellation);
        return response.IsSuccessStatusCode
            ? await PageAsync(response, cancellation)
            : throw new InvalidOperationException($"{Company}: POST {action} answered {(int)response.StatusCode}: {(await PageAsync(response, cancellation)).QuerySelector("main")?.TextContent.Trim()}");
    }

    public void Dispose() => http.Dispose();

    private static async Task<PortalVisitor> SignInAsync(PortalVisitor visitor, string password, CancellationToken cancellation)
    {
        await visitor.SendAsync("/portal/sign-in", "/portal/sign-in", new Dictionary<string, string> { ["email"] = visitor.Email, ["password"] = password }, cancellation);
        return visitor;
    }

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(cancellation), cancellation);

    private static MultipartFormDataContent Multipart(Dictionary<string, string> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
#pragma warning disable CA2000 // The multipart content owns its parts.
            content.Add(new StringContent(value), name);
#pragma warning restore CA2000
        }

        return content;
    }
}

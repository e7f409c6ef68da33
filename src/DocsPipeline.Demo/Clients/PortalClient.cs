using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DocsPipeline.Demo.Clients;

/// <summary>
/// A partner user at the portal: reads pages and fills in their forms as a browser would, cookies and form tokens included.
/// </summary>
internal sealed class PortalClient : IDisposable
{
    private readonly HttpClient http;

    private PortalClient(Uri sandbox, string company)
    {
        Company = company;
#pragma warning disable CA2000 // The client owns the handler.
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true };
        http = new HttpClient(handler) { BaseAddress = sandbox };
#pragma warning restore CA2000
    }

    public string Company { get; }

    /// <summary>Somebody of a company, signed in.</summary>
    public static async Task<PortalClient> SignInAsync(
        Uri sandbox, string company, string email, string password, CancellationToken cancellation)
    {
        var client = new PortalClient(sandbox, company);
        var fields = new Dictionary<string, string> { ["email"] = email, ["password"] = password };
        await client.SendAsync("/portal/sign-in", "/portal/sign-in", fields, cancellation);
        return client;
    }

    /// <summary>A page as the partner gets it; null where the portal says that there is none.</summary>
    public async Task<IHtmlDocument?> ReadAsync(string path, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(path, cancellation);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await PageAsync(response, cancellation);
    }

    public Task<string> StyleAsync(string path, CancellationToken cancellation) => http.GetStringAsync(path, cancellation);

    /// <summary>The document with this external id, or null.</summary>
    public Task<IHtmlDocument?> ReadDocumentAsync(string externalId, CancellationToken cancellation) =>
        ReadAsync($"/portal/documents/{externalId}", cancellation);

    /// <summary>External ids of the documents that a search finds.</summary>
    public async Task<IReadOnlyList<string>> SearchAsync(string words, CancellationToken cancellation)
    {
        var found = await ReadAsync($"/portal/documents?q={Uri.EscapeDataString(words)}", cancellation);
        return [.. Documents(found!).Select(path => path["/portal/documents/".Length..])];
    }

    /// <summary>Everything that this partner can read: the text of every document that the portal lists for it.</summary>
    public async Task<string> ReadEverythingAsync(CancellationToken cancellation)
    {
        var list = (await ReadAsync("/portal/documents", cancellation))!;
        var texts = new List<string>();
        foreach (var path in Documents(list).Distinct())
        {
            texts.Add((await ReadAsync(path, cancellation))?.QuerySelector("main")?.InnerHtml ?? "");
        }

        return string.Join('\n', texts);
    }

    /// <summary>Fills in the form of a page that posts to an address ending so, and sends it; the page that follows.</summary>
    public async Task<IHtmlDocument> SendAsync(
        string path, string action, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        var page = await ReadAsync(path, cancellation) ?? throw new InvalidOperationException($"{Company}: there is no page {path}");
        var form = PortalForm.Find(page, action) ?? throw new InvalidOperationException($"{Company}: {path} has no form for {action}");
        using var request = form.Filled(fields);
        request.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var response = await http.SendAsync(request, cancellation);
        var answer = await PageAsync(response, cancellation);
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException(
            $"{Company}: POST {action} answered {(int)response.StatusCode}: {answer.QuerySelector("main")?.TextContent.Trim()}");
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<string> Documents(IHtmlDocument list) =>
        list.QuerySelectorAll("main a[href^='/portal/documents/']").Select(link => link.GetAttribute("href")!);

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(cancellation), cancellation);
}

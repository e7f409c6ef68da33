using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DocsPipeline.Demo.Clients;

/// <summary>Wera, who writes in Confluence: reads, edits and makes pages, over Confluence's own HTTP.</summary>
internal sealed class WriterClient : IDisposable
{
    private readonly HttpClient http;

    public WriterClient(Uri sandbox)
    {
        http = new HttpClient { BaseAddress = new Uri(sandbox, "wiki/api/v2/") };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("wera.writer@halden.example:sandbox-writer-token"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>A page as it is now, or as it was at a version.</summary>
    public async Task<WrittenPage> ReadAsync(string page, CancellationToken cancellation, int? version = null)
    {
        var query = version is null ? "body-format=storage" : $"body-format=storage&version={version}";
        var json = await http.GetFromJsonAsync<JsonElement>($"pages/{page}?{query}", cancellation);
        return new WrittenPage(
            page,
            json.GetProperty("spaceId").GetString()!,
            json.GetProperty("parentId").GetString(),
            json.GetProperty("title").GetString()!,
            json.GetProperty("version").GetProperty("number").GetInt32(),
            json.GetProperty("body").GetProperty("storage").GetProperty("value").GetString()!);
    }

    public Task SaveAsync(WrittenPage page, string body, string message, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Put, $"pages/{page.Id}", new
        {
            id = page.Id,
            status = "current",
            title = page.Title,
            body = new { representation = "storage", value = body },
            version = new { number = page.Version + 1, message },
        }, cancellation);

    /// <summary>A new page beside another one, with the same files attached.</summary>
    public async Task CreateAsync(WrittenPage beside, string title, string body, CancellationToken cancellation)
    {
        var made = await SendAsync(HttpMethod.Post, "pages", new
        {
            spaceId = beside.SpaceId,
            status = "current",
            title,
            parentId = beside.ParentId,
            body = new { representation = "storage", value = body },
        }, cancellation);
        var files = await http.GetFromJsonAsync<JsonElement>($"pages/{beside.Id}/attachments", cancellation);
        foreach (var file in files.GetProperty("results").EnumerateArray())
        {
            var bytes = await http.GetByteArrayAsync($"{FilesOf(beside.Id)}/{file.GetProperty("id").GetString()}/download", cancellation);
            await AttachAsync(made.GetProperty("id").GetString()!, file.GetProperty("title").GetString()!, bytes, cancellation);
        }
    }

    /// <summary>Pages of the space EDI, id by title.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PagesAsync(CancellationToken cancellation)
    {
        var spaces = await http.GetFromJsonAsync<JsonElement>("spaces?keys=EDI", cancellation);
        var space = spaces.GetProperty("results")[0].GetProperty("id").GetString();
        var pages = await http.GetFromJsonAsync<JsonElement>($"spaces/{space}/pages?limit=250", cancellation);
        return pages.GetProperty("results").EnumerateArray()
            .ToDictionary(page => page.GetProperty("title").GetString()!, page => page.GetProperty("id").GetString()!);
    }

    /// <summary>The comments below a page, as Confluence answers them.</summary>
    public async Task<string> CommentsAsync(string page, CancellationToken cancellation) =>
        (await http.GetFromJsonAsync<JsonElement>($"pages/{page}/footer-comments?body-format=storage", cancellation)).GetRawText();

    public void Dispose() => http.Dispose();

    private async Task AttachAsync(string page, string name, byte[] bytes, CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent();
#pragma warning disable CA2000 // The form owns its parts.
        form.Add(new ByteArrayContent(bytes), "file", name);
#pragma warning restore CA2000
        using var upload = new HttpRequestMessage(HttpMethod.Post, FilesOf(page)) { Content = form };
        upload.Headers.Add("X-Atlassian-Token", "no-check");
        using var response = await http.SendAsync(upload, cancellation);
        response.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await http.SendAsync(request, cancellation);
        await Refusal.ThrowAsync("Wera", response, cancellation);
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    private static string FilesOf(string page) => $"../../rest/api/content/{page}/child/attachment";
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Build.Story.People;

/// <summary>Wera, who writes in Confluence: edits pages and their page properties, over Confluence's own HTTP.</summary>
internal sealed partial class ConfluenceWriter : IDisposable
{
    private readonly HttpClient http;

    public ConfluenceWriter(Uri sandbox)
    {
        http = new HttpClient { BaseAddress = new Uri(sandbox, "wiki/api/v2/") };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("wera.writer@halden.example:sandbox-writer-token"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    public async Task<ConfluenceWriting> ReadAsync(string page, CancellationToken cancellation, int? version = null)
    {
        var json = await http.GetFromJsonAsync<JsonElement>($"pages/{page}?body-format=storage{(version is null ? "" : $"&version={version}")}", cancellation);
        return new ConfluenceWriting(
            page, json.GetProperty("spaceId").GetString()!, json.GetProperty("parentId").GetString(), json.GetProperty("title").GetString()!,
            json.GetProperty("version").GetProperty("number").GetInt32(), json.GetProperty("body").GetProperty("storage").GetProperty("value").GetString()!);
    }

    public Task SaveAsync(ConfluenceWriting page, string body, string message, CancellationToken cancellation) => SendAsync(HttpMethod.Put, $"pages/{page.Id}", new
    {
        id = page.Id, status = "current", title = page.Title, body = new { representation = "storage", value = body }, version = new { number = page.Version + 1, message },
    }, cancellation);

    /// <summary>A new page beside another one, with the same files attached.</summary>
    public async Task CreateAsync(ConfluenceWriting beside, string title, string body, CancellationToken cancellation)
    {
        var made = await SendAsync(HttpMethod.Post, "pages", new
        {
            spaceId = beside.SpaceId, status = "current", title, parentId = beside.ParentId, body = new { representation = "storage", value = body },
        }, cancellation);
        var page = made.GetProperty("id").GetString()!;
        foreach (var file in (await http.GetFromJsonAsync<JsonElement>($"pages/{beside.Id}/attachments", cancellation)).GetProperty("results").EnumerateArray())
        {
            var bytes = await http.GetByteArrayAsync($"../../rest/api/content/{beside.Id}/child/attachment/{file.GetProperty("id").GetString()}/download", cancellation);
            using var form = new MultipartFormDataContent();
#pragma warning disable CA2000 // The form owns its parts.
            form.Add(new ByteArrayContent(bytes), "file", file.GetProperty("title").GetString()!);
#pragma warning restore CA2000
            using var upload = new HttpRequestMessage(HttpMethod.Post, $"../../rest/api/content/{page}/child/attachment") { Content = form };
            upload.Headers.Add("X-Atlassian-Token", "no-check");
            using var response = await http.SendAsync(upload, cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Pages of the space EDI, id by title.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PagesAsync(CancellationToken cancellation)
    {
        var space = (await http.GetFromJsonAsync<JsonElement>("spaces?keys=EDI", cancellation)).GetProperty("results")[0].GetProperty("id").GetString();
        var pages = await http.GetFromJsonAsync<JsonElement>($"spaces/{space}/pages?limit=250", cancellation);
        return pages.GetProperty("results").EnumerateArray().ToDictionary(page => page.GetProperty("title").GetString()!, page => page.GetProperty("id").GetString()!);
    }

    /// <summary>The page's text below its heading, as people read it.</summary>
    public async Task<string> TextAsync(string page, CancellationToken cancellation) => (await ReadAsync(page, cancellation)).Body;

    public async Task<string> CommentsAsync(string page, CancellationToken cancellation) =>
        (await http.GetFromJsonAsync<JsonElement>($"pages/{page}/footer-comments?body-format=storage", cancellation)).GetRawText();

    /// <summary>Gives a page property a new value (storage format of the cell), or adds the row.</summary>
    public static string WithProperty(string body, string key, string cell)
    {
        var row = $"<tr><th><p>{key}</p></th><td>{cell}</td></tr>";
        var found = Row().Matches(body).FirstOrDefault(match => match.Groups["key"].Value == key);
        if (found is not null)
        {
            return body[..found.Index] + row + body[(found.Index + found.Length)..];
        }

        var end = body.IndexOf("</tbody>", StringComparison.Ordinal);
        return body.Insert(end, row);
    }

    /// <summary>A cell that holds YAML, for values that are more than a word or a list.</summary>
    public static string Yaml(string yaml) =>
        $"<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">yaml</ac:parameter><ac:plain-text-body><![CDATA[{yaml}]]></ac:plain-text-body></ac:structured-macro>";

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await http.SendAsync(request, cancellation);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<JsonElement>(cancellation)
            : throw new InvalidOperationException($"Wera: {method} {path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
    }

    [GeneratedRegex("<tr[^>]*>\\s*<th[^>]*>\\s*(?:<p[^>]*>)?(?<key>[a-z0-9-]+)(?:</p>)?\\s*</th>\\s*<td[^>]*>.*?</td>\\s*</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();
}

/// <summary>A page as the writer opened it.</summary>
internal sealed record ConfluenceWriting(string Id, string SpaceId, string? ParentId, string Title, int Version, string Body);

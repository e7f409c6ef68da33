using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.Confluence;

/// <summary>Speaks plain HTTP to the sandbox's Confluence; knows nothing of the pipeline's own client.</summary>
internal sealed class ConfluenceCaller(HttpClient client, string authorization)
{
    public static ConfluenceCaller Bot(RunningSandbox sandbox) =>
        new(sandbox.Client, Basic("docs-bot@halden.example", "sandbox-confluence-token"));

    public static ConfluenceCaller Writer(RunningSandbox sandbox) =>
        new(sandbox.Client, Basic("wera.writer@halden.example", "sandbox-writer-token"));

    public static ConfluenceCaller DataCenter(RunningSandbox sandbox) => new(sandbox.Client, "Bearer sandbox-confluence-pat");

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = body as HttpContent
                ?? new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            if (body is HttpContent)
            {
                request.Headers.Add("X-Atlassian-Token", "no-check");
            }
        }

        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text is ['{' or '[', ..] ? JsonDocument.Parse(text).RootElement : default;
        return new Answer(response.StatusCode, json, text, response.Headers);
    }

    /// <summary>Makes a page in the space EDI and answers its id.</summary>
    public async Task<string> PageAsync(string title, string body = "<p>text</p>", string? parentId = null)
    {
        var made = await PostAsync(
            "/wiki/api/v2/pages", new { spaceId = "98306", title, parentId, body = new { representation = "storage", value = body } });
        made.Status.ShouldBe(HttpStatusCode.OK, made.Text);
        return made.Json.GetProperty("id").GetString()!;
    }

    public static object Change(string id, string title, string body, int version, string status = "current") =>
        new { id, status, title, body = new { representation = "storage", value = body }, version = new { number = version } };

    private static string Basic(string user, string token) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{token}"));
}

internal sealed record Answer(HttpStatusCode Status, JsonElement Json, string Text, HttpResponseHeaders Headers)
{
    public JsonElement this[string name] => Json.GetProperty(name);

    public IReadOnlyList<JsonElement> Results => [.. Json.GetProperty("results").EnumerateArray()];

    public string Body => Json.GetProperty("body").GetProperty("storage").GetProperty("value").GetString()!;

    public string ErrorTitle => Json.GetProperty("errors")[0].GetProperty("title").GetString()!;
}

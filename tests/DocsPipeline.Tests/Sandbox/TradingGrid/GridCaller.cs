using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

/// <summary>Calls the API as one machine user. Every answer is held against the contract on the way.</summary>
internal sealed class GridCaller(HttpClient http, string token)
{
    public const string Community = "/v1/communities/halden-suppliers";

    public static async Task<GridCaller> SignInAsync(HttpClient http, string client, string secret, string? scope = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = secret,
        };
        if (scope is not null)
        {
            fields["scope"] = scope;
        }

        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync("/otdsws/oauth2/token", form);
        answer.EnsureSuccessStatusCode();
        return new GridCaller(http, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!);
    }

    public Task<GridReply> GetAsync(string path) => SendAsync("GET", path, null);

    public Task<GridReply> PostAsync(string path, object body, string? key = null) =>
        SendAsync("POST", path, JsonContent.Create(body), ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    public Task<GridReply> PatchAsync(string path, object body, string? etag) =>
        etag is null
            ? SendAsync("PATCH", path, JsonContent.Create(body))
            : SendAsync("PATCH", path, JsonContent.Create(body), ("If-Match", etag));

    public Task<GridReply> PutAsync(string path, object? body, params (string Name, string Value)[] headers) =>
        SendAsync("PUT", path, body as HttpContent ?? (body is null ? null : JsonContent.Create(body)), headers);

    public async Task<GridReply> SendAsync(string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var full = path.StartsWith("/v1", StringComparison.Ordinal) ? path : Community + path;
        using var request = new HttpRequestMessage(new HttpMethod(method), full) { Content = content };
        request.Headers.Authorization = token.Length > 0 ? new AuthenticationHeaderValue("Bearer", token) : null;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var json = mediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonSerializer.Deserialize<JsonElement>(bytes) : default;
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("fault", out _))
        {
            Contract.Faults(method, full.Split('?')[0], (int)response.StatusCode, mediaType, json).ShouldBeEmpty();
        }

        return new GridReply((int)response.StatusCode, json, response.Headers, bytes);
    }

    /// <summary>All items of a listing, page by page.</summary>
    public async Task<List<JsonElement>> AllAsync(string path)
    {
        var items = new List<JsonElement>();
        var separator = path.Contains('?') ? '&' : '?';
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await GetAsync(cursor.Length == 0 ? path : $"{path}{separator}cursor={cursor}")).Is(200);
            items.AddRange(page.Items);
            cursor = page["hasMore"].GetBoolean() ? page.Text("nextCursor") : null;
        }

        return items;
    }

    public async Task<List<string>> EventTypesAsync() =>
        [.. (await AllAsync("/events")).Select(happened => happened.GetProperty("type").GetString()!)];
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocsPipeline.Demo.Clients;

/// <summary>The sponsor's service desk in the community: resolves cases and declares incidents, over the community's own HTTP.</summary>
internal sealed class ServiceDeskClient(Uri sandbox, string community = "halden-suppliers") : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = sandbox };

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellation)
    {
        await AuthorizeAsync(cancellation);
        return await http.GetFromJsonAsync<JsonElement>($"/v1/communities/{community}/{path}", cancellation);
    }

    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellation)
    {
        await AuthorizeAsync(cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/communities/{community}/{path}")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var response = await http.SendAsync(request, cancellation);
        await Refusal.ThrowAsync("The service desk", response, cancellation);
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    public void Dispose() => http.Dispose();

    private async Task AuthorizeAsync(CancellationToken cancellation)
    {
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            return;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "service-desk",
            ["client_secret"] = "sandbox-desk-secret",
        });
        using var response = await http.PostAsync("/otdsws/oauth2/token", form, cancellation);
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}

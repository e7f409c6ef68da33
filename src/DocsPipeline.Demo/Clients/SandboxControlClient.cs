using System.Net.Http.Json;
using System.Text.Json;

namespace DocsPipeline.Demo.Clients;

/// <summary>The sandbox's own record of what was asked of it: what a run wrote is counted there and not in our clients.</summary>
internal sealed class SandboxControlClient(Uri sandbox) : IDisposable
{
    // Requests that are POST and only read: tokens, look-ups, and git's negotiation of a fetch.
    private static readonly string[] Readings =
        ["/otdsws/", "/audiences/resolve", "/users-bulk", "/convert-ids-to-types", "/git-upload-pack"];

    private readonly HttpClient http = new() { BaseAddress = new Uri(sandbox, "_sandbox/") };

    public async Task ForgetAsync(CancellationToken cancellation) =>
        (await http.DeleteAsync("requests", cancellation)).EnsureSuccessStatusCode();

    /// <summary>What was written since <see cref="ForgetAsync"/>, one line a request.</summary>
    public async Task<IReadOnlyList<string>> WritesAsync(CancellationToken cancellation)
    {
        var requests = await http.GetFromJsonAsync<JsonElement>("requests", cancellation);
        return
        [
            .. requests.EnumerateArray()
                .Select(request => (Method: request.GetProperty("method").GetString()!, Path: request.GetProperty("path").GetString()!))
                .Where(request => request.Method is not ("GET" or "HEAD" or "OPTIONS") && !IsReading(request.Path))
                .Select(request => $"{request.Method} {request.Path}"),
        ];
    }

    public void Dispose() => http.Dispose();

    private static bool IsReading(string path) => path.StartsWith("/_sandbox", StringComparison.Ordinal)
        || Readings.Any(reading => path.Contains(reading, StringComparison.Ordinal));
}

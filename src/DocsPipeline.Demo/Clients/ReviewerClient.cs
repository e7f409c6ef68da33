using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DocsPipeline.Demo.Clients;

/// <summary>A reviewer at work in the sandbox's GitHub, over its own HTTP and with nothing of the pipeline's code in between.</summary>
internal sealed class ReviewerClient : IDisposable
{
    private readonly HttpClient http;
    private readonly string login;

    public ReviewerClient(Uri sandbox, string login, string token, string repository = "halden/partner-docs")
    {
        this.login = login;
        http = new HttpClient { BaseAddress = new Uri(sandbox, $"api/v3/repos/{repository}/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("demo");
    }

    public static ReviewerClient Mara(Uri sandbox) => new(sandbox, "mara-lind", "sandbox-mara-token");

    public static ReviewerClient Jonas(Uri sandbox) => new(sandbox, "jonas-weber", "sandbox-jonas-token");

    /// <summary>Approves the head that is there now.</summary>
    public async Task ApproveAsync(int pull, string words, CancellationToken cancellation)
    {
        var head = (await GetAsync($"pulls/{pull}", cancellation)).GetProperty("head").GetProperty("sha").GetString();
        var review = new { commit_id = head, @event = "APPROVE", body = words };
        await SendAsync(HttpMethod.Post, $"pulls/{pull}/reviews", review, cancellation);
    }

    /// <summary>Edits a file of the pull request's branch in place, as GitHub's own editor does.</summary>
    public async Task EditAsync(int pull, FileEdit edit, string message, CancellationToken cancellation)
    {
        var branch = (await GetAsync($"pulls/{pull}", cancellation)).GetProperty("head").GetProperty("ref").GetString();
        var file = await GetAsync($"contents/{edit.Path}?ref={branch}", cancellation);
        var text = Encoding.UTF8.GetString(file.GetProperty("content").GetBytesFromBase64());
        if (!text.Contains(edit.From, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{edit.Path} does not say \"{edit.From}\"");
        }

        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Replace(edit.From, edit.To, StringComparison.Ordinal)));
        var commit = new { message, branch, sha = file.GetProperty("sha").GetString(), content };
        await SendAsync(HttpMethod.Put, $"contents/{edit.Path}", commit, cancellation);
    }

    public Task MergeAsync(int pull, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Put, $"pulls/{pull}/merge", new { merge_method = "merge" }, cancellation);

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellation) =>
        await http.GetFromJsonAsync<JsonElement>(path, cancellation);

    public void Dispose() => http.Dispose();

    private async Task SendAsync(HttpMethod method, string path, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await http.SendAsync(request, cancellation);
        await Refusal.ThrowAsync(login, response, cancellation);
    }
}

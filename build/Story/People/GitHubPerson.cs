using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Build.Story.People;

/// <summary>A reviewer at work in the sandbox's GitHub, over its own HTTP and with nothing of the pipeline's code in between.</summary>
internal sealed class GitHubPerson : IDisposable
{
    private readonly HttpClient http;

    public GitHubPerson(Uri sandbox, string login, string token, string repository = "halden/partner-docs")
    {
        Login = login;
        http = new HttpClient { BaseAddress = new Uri(sandbox, $"api/v3/repos/{repository}/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("demo");
    }

    public string Login { get; }

    public static GitHubPerson Mara(Uri sandbox) => new(sandbox, "mara-lind", "sandbox-mara-token");

    public static GitHubPerson Jonas(Uri sandbox) => new(sandbox, "jonas-weber", "sandbox-jonas-token");

    /// <summary>Approves the head that is there now.</summary>
    public async Task ApproveAsync(int pull, string words, CancellationToken cancellation)
    {
        var head = (await GetAsync($"pulls/{pull}", cancellation)).GetProperty("head").GetProperty("sha").GetString();
        await SendAsync(HttpMethod.Post, $"pulls/{pull}/reviews", new { commit_id = head, @event = "APPROVE", body = words }, cancellation);
    }

    /// <summary>Edits a file of the pull request's branch in place, as GitHub's own editor does.</summary>
    public async Task EditAsync(int pull, string path, string from, string to, string message, CancellationToken cancellation)
    {
        var branch = (await GetAsync($"pulls/{pull}", cancellation)).GetProperty("head").GetProperty("ref").GetString();
        var file = await GetAsync($"contents/{path}?ref={branch}", cancellation);
        var text = Encoding.UTF8.GetString(file.GetProperty("content").GetBytesFromBase64());
        var edited = text.Contains(from, StringComparison.Ordinal) ? text.Replace(from, to, StringComparison.Ordinal) : throw new InvalidOperationException($"{path} does not say \"{from}\"");
        await SendAsync(HttpMethod.Put, $"contents/{path}", new { message, branch, sha = file.GetProperty("sha").GetString(), content = Convert.ToBase64String(Encoding.UTF8.GetBytes(edited)) }, cancellation);
    }

    public Task MergeAsync(int pull, CancellationToken cancellation) => SendAsync(HttpMethod.Put, $"pulls/{pull}/merge", new { merge_method = "merge" }, cancellation);

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellation) => await http.GetFromJsonAsync<JsonElement>(path, cancellation);

    public void Dispose() => http.Dispose();

    private async Task SendAsync(HttpMethod method, string path, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await http.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{Login}: {method} {path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
        }
    }
}

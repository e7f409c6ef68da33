using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

/// <summary>A running sandbox with the two machine users signed in.</summary>
public sealed class GridWorld : IAsyncLifetime
{
    private readonly RunningSandbox sandbox = new();

    public Uri Address => sandbox.Host.Address;

    public HttpClient Http => sandbox.Client;

    internal GridCaller Pipeline { get; private set; } = null!;

    internal GridCaller Desk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        await SignInAsync();
    }

    public Task DisposeAsync() => sandbox.DisposeAsync();

    public async Task RestartAsync()
    {
        await sandbox.RestartAsync();
        await SignInAsync();
    }

    public async Task SwitchAsync(object settings)
    {
        using var answer = await Http.PatchAsJsonAsync("/_sandbox/trading-grid/settings", settings);
        answer.EnsureSuccessStatusCode();
    }

    public async Task WaitAsync(double seconds)
    {
        using var answer = await Http.PostAsJsonAsync("/_sandbox/clock", new { advanceSeconds = seconds });
        answer.EnsureSuccessStatusCode();
    }

    internal Task<PartnerBrowser> PartnerAsync(string email) => PartnerBrowser.SignInAsync(Address, email);

    internal Task<PartnerBrowser> AnnaAsync() => PartnerAsync("anna@acme.example");

    internal Task<PartnerBrowser> BoAsync() => PartnerAsync("bo@borealis.example");

    internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A draft for Acme with one paragraph, with further fields laid over it.</summary>
    internal static Dictionary<string, object?> Draft(
        string title, string html = "<p>Text.</p>", params (string Name, object? Value)[] fields)
    {
        var draft = new Dictionary<string, object?>
        {
            ["kind"] = "faq-article",
            ["managedBy"] = "docs-pipeline",
            ["title"] = title,
            ["audience"] = new { partners = new[] { "acme" } },
            ["content"] = new { html, contentSha256 = Sha256(html) },
        };
        foreach (var (name, value) in fields)
        {
            draft[name] = value;
        }

        return draft;
    }

    internal Task<GridReply> CreateAsync(string externalId, Dictionary<string, object?> draft) =>
        Pipeline.PutAsync($"/documents/by-external-id/{externalId}", draft, ("If-None-Match", "*"));

    internal async Task<GridReply> PublishAsync(string externalId, Dictionary<string, object?> draft)
    {
        var existing = await Pipeline.GetAsync($"/documents/by-external-id/{externalId}");
        var put = existing.Status == 404
            ? (await CreateAsync(externalId, draft)).Is(201)
            : (await Pipeline.PutAsync($"/documents/by-external-id/{externalId}", draft, ("If-Match", existing.ETag))).Is(200);
        return (await Pipeline.PostAsync($"/documents/{put.Id}/publish", new { revision = put["latestRevision"].GetInt32() })).Is(200);
    }

    /// <summary>A published document, not told apart further, for a partner.</summary>
    internal Task<GridReply> PublishForAsync(
        string partner, string externalId, string title = "A document", string html = "<p>Text.</p>") =>
        PublishAsync(externalId, Draft(title, html, ("audience", new { partners = new[] { partner } })));

    internal async Task<string> UploadAsync(string content, string mediaType = "text/plain")
    {
        var sha256 = Sha256(content);
        using var body = new StringContent(content, Encoding.UTF8, mediaType);
        (await Pipeline.PutAsync($"/attachments/{sha256}", body)).Status.ShouldBeOneOf(200, 201);
        return sha256;
    }

    internal async Task<string> UploadCleanAsync(string content, string mediaType = "text/plain")
    {
        var sha256 = await UploadAsync(content, mediaType);
        await WaitAsync(2);
        return sha256;
    }

    private async Task SignInAsync()
    {
        Pipeline = await GridCaller.SignInAsync(Http, "docs-pipeline", "sandbox-client-secret");
        Desk = await GridCaller.SignInAsync(Http, "service-desk", "sandbox-desk-secret");
    }
}

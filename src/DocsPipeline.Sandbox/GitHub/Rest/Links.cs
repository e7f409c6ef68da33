using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>Addresses as the caller reached the sandbox.</summary>
internal sealed record Links(string Base)
{
    public string Api => $"{Base}/api/v3";

    public string Web => $"{Base}/github";

    public string Of(Repository repository) => $"{Api}/repos/{repository.FullName}";

    public string Page(Repository repository) => $"{Web}/{repository.FullName}";

    /// <summary>A path with every segment encoded.</summary>
    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

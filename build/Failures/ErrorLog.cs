using DocsPipeline.Systems;

namespace Build.Failures;

/// <summary>Where a stack trace goes: <c>artifacts/log/</c>, without the secrets of the environment.</summary>
internal static class ErrorLog
{
    private static readonly string[] SecretVariables =
        [Connections.ConfluenceToken, Connections.GitHubToken, Connections.TradingGridClientSecret];

    /// <summary>Writes the exception and returns the file's path relative to the repository.</summary>
    public static string Write(Exception exception)
    {
        var path = $"artifacts/log/{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}.log";
        var file = Path.Combine(Repository.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Redact($"{string.Join(' ', Environment.GetCommandLineArgs().Skip(1))}\n\n{exception}\n"));
        return path;
    }

    /// <summary>The text without the value of any secret variable.</summary>
    public static string Redact(string text)
    {
        var values = SecretVariables.Select(Environment.GetEnvironmentVariable).OfType<string>();
        return Secret.Redact(text, values.Select(value => new Secret(value.Trim())));
    }
}

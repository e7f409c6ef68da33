namespace Build;

/// <summary>Where a stack trace goes: <c>artifacts/log/</c>, without the secrets of the environment.</summary>
internal static class ErrorLog
{
    /// <summary>Writes the exception and returns the file's path relative to the repository.</summary>
    public static string Write(Exception exception)
    {
        var path = $"artifacts/log/{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}.log";
        var file = Path.Combine(Repository.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Redact($"{string.Join(' ', Environment.GetCommandLineArgs().Skip(1))}\n\n{exception}\n"));
        return path;
    }

    private static string Redact(string text) => Secrets.Names
        .Select(Environment.GetEnvironmentVariable)
        .Where(secret => !string.IsNullOrEmpty(secret))
        .Aggregate(text, (current, secret) => current.Replace(secret!, "***", StringComparison.Ordinal));
}

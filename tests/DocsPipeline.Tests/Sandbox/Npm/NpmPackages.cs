using System.Diagnostics;

namespace DocsPipeline.Tests.Sandbox.Npm;

/// <summary>
/// What tests drive the sandbox with and that is too large to keep: GitHub's own description and unmodified clients. Fetched on first use
/// into <c>artifacts/node</c>, exactly as <c>package-lock.json</c> names and hashes them.
/// </summary>
internal static class NpmPackages
{
    private static readonly Lazy<Task<string>> Fetched = new(FetchAsync);

    private static readonly string Lock = Path.Combine(Checkout.Root, "tests/DocsPipeline.Tests/Sandbox/Npm/package-lock.json");

    /// <summary>Why nothing can be fetched here; null where it can.</summary>
    public static string? WhyNot => new[] { "node", "npm" }.FirstOrDefault(program => Find(program) is null) is { } missing
        ? $"{missing} is not installed, so nothing holds the sandbox against GitHub's and Atlassian's own descriptions and clients"
        : null;

    /// <summary>The folder <c>node_modules</c>; throws what npm said where it could not fetch.</summary>
    public static Task<string> FolderAsync() => Fetched.Value;

    /// <summary>Runs a script with the sandbox's address and the folder of packages; answers what it wrote, errors beside it.</summary>
    public static async Task<(string Output, string Error)> RunAsync(string script, Uri address)
    {
        var arguments = new[] { Path.Combine(Checkout.Root, "tests/DocsPipeline.Tests/Sandbox", script), address.AbsoluteUri,
            await FolderAsync() };
        var (_, output, error) = await RunAsync("node", arguments, Checkout.Root);
        return (output.Trim(), error);
    }

    private static async Task<string> FetchAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "node")).FullName;
        var wanted = await File.ReadAllTextAsync(Lock);
        var mark = Path.Combine(folder, "fetched");
        if (!File.Exists(mark) || await File.ReadAllTextAsync(mark) != wanted)
        {
            File.Delete(mark);
            foreach (var name in (string[])["package.json", "package-lock.json"])
            {
                File.Copy(Path.Combine(Path.GetDirectoryName(Lock)!, name), Path.Combine(folder, name), overwrite: true);
            }

            var (exit, _, error) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
            if (exit != 0)
            {
                throw new InvalidOperationException($"npm could not fetch what the tests need:\n{error}");
            }

            await File.WriteAllTextAsync(mark, wanted);
        }

        return Path.Combine(folder, "node_modules");
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, error);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(
            folder => (OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd" } : [""]).Select(end => Path.Combine(folder, program + end)))
        .FirstOrDefault(File.Exists);
}

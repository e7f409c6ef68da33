using System.Diagnostics;

namespace DocsPipeline.Benchmarks.Peers;

/// <summary>Peers that come by npm, in a folder beside the results.</summary>
internal static class NpmPackages
{
    /// <summary>The folder with the named peer's files and the packages that its <c>package.json</c> names, or null where npm cannot bring
    /// them.</summary>
    public static string? Install(string peer, BenchmarkSettings settings)
    {
        var folder = Path.Combine(settings.Out, "peers", peer);
        Directory.CreateDirectory(folder);
        var isInstalled = Directory.Exists(Path.Combine(folder, "node_modules"));
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Peers", peer)))
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            isInstalled &= File.Exists(copy) && File.ReadAllText(copy) == File.ReadAllText(file);
            File.Copy(file, copy, overwrite: true);
        }

        return Programs.IsInstalled("node") && (isInstalled || (Programs.IsInstalled("npm") && Install(folder))) ? folder : null;
    }

    private static bool Install(string folder)
    {
        Console.Error.WriteLine($"Installing {Path.GetFileName(folder)} for the comparison (npm install, once) ...");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(npm, ["install", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

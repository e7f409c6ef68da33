using System.Diagnostics;
using DocsPipeline.Benchmarks.Measuring;

namespace DocsPipeline.Benchmarks.Peers;

/// <summary>turndown with its GFM plugin, the converter that people reach for first; installed here on demand, never with the product.</summary>
internal static class Turndown
{
    private const string Name = "turndown 7.2.5 + GFM plugin, node";
    private const int Pages = 500;

    public static Contender Over(InputFolder pages, BenchmarkSettings settings)
    {
        if (Install(settings) is not { } script)
        {
            return Contender.Missing(Name, "it needs node and npm, and a registry to fetch turndown@7.2.5 and turndown-plugin-gfm@1.0.2 from");
        }

        var some = pages.First(Pages);
        return new Contender(Name, "node", [script, pages.Path, some.Files.Count.ToString()], some.Files.Count, some.Bytes)
        {
            Note = $"the first {some.Files.Count} pages; knows no macro: code, panels, links to pages and mentions are lost or become bare text",
            Runs = 3,
        };
    }

    /// <summary>The script beside its packages, or null where npm cannot bring them.</summary>
    private static string? Install(BenchmarkSettings settings)
    {
        var folder = Path.Combine(settings.Out, "peers", "turndown");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Peers", "turndown")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        var isInstalled = File.Exists(Path.Combine(folder, "node_modules", "turndown", "package.json")) && File.Exists(Path.Combine(folder, "node_modules", "turndown-plugin-gfm", "package.json"));
        return Programs.IsInstalled("node") && (isInstalled || (Programs.IsInstalled("npm") && Npm(folder))) ? Path.Combine(folder, "convert.mjs") : null;
    }

    private static bool Npm(string folder)
    {
        Console.Error.WriteLine("Installing turndown for the comparison (npm install, once) ...");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(npm, ["install", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

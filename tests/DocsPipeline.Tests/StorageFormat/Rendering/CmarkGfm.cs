using System.Diagnostics;
using System.Text;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>
/// GitHub's own renderer, the program <c>cmark-gfm</c>: it shares no line with our converter. A machine that builds for CI as root installs
/// it from Debian's packages; elsewhere it is used where it is.
/// </summary>
internal static class CmarkGfm
{
    private static readonly string[] Extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"];

    private static readonly Lazy<string?> Program = new(() => Find() ?? (Install() ? Find() : null));

    /// <summary>Why nothing can be rendered here; null where it can.</summary>
    public static string? WhyNot =>
        Program.Value is null ? "cmark-gfm is not installed (apt-get install cmark-gfm), so nothing says what GitHub would show" : null;

    /// <summary>The HTML of a Markdown, with GitHub's extensions of the format.</summary>
    public static string Html(string markdown)
    {
        var arguments = Extensions.SelectMany(extension => new[] { "--extension", extension }).Append("--unsafe");
        var start = new ProcessStartInfo(Program.Value!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(markdown);
        process.StandardInput.Close();
        var html = output.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode == 0 ? html : throw new InvalidOperationException($"cmark-gfm ended with {process.ExitCode}");
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "cmark-gfm.exe" : "cmark-gfm"))
        .FirstOrDefault(File.Exists);

    private static bool Install()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" || !OperatingSystem.IsLinux() || Environment.UserName != "root"
            || !File.Exists("/usr/bin/apt-get"))
        {
            return false;
        }

        const string Command = "apt-get update -qq; apt-get install -y -qq --no-install-recommends cmark-gfm";
        var start = new ProcessStartInfo("bash", ["-c", Command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return output.GetAwaiter().GetResult().Length >= 0 && process.ExitCode == 0;
    }
}

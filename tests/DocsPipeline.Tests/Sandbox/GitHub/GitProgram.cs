using System.Diagnostics;

namespace DocsPipeline.Tests.Sandbox.GitHub;

/// <summary>The git program as a user runs it, without the user's settings.</summary>
internal static class GitProgram
{
    public static async Task<(int Code, string Output)> RunAsync(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("git",
            ["-c", "user.name=Wera Writer", "-c", "user.email=wera.writer@halden.example", "-c", "commit.gpgsign=false", .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + error);
    }

    public static async Task<string> DemandAsync(string directory, params string[] arguments)
    {
        var (code, output) = await RunAsync(directory, arguments);
        code.ShouldBe(0, output);
        return output;
    }
}

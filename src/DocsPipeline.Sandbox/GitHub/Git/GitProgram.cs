using System.Diagnostics;

namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>
/// The git program, run against one bare repository: never through a shell, never with the settings of whoever runs the sandbox.
/// </summary>
internal sealed class GitProgram(string directory)
{
    public string Directory { get; } = directory;

    public async Task<GitOutput> RunAsync(
        IEnumerable<string> arguments, ReadOnlyMemory<byte> input = default, IEnumerable<KeyValuePair<string, string>>? environment = null)
    {
        using var process = Process.Start(Start(arguments, environment)) ?? throw new InvalidOperationException("git did not start");
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        var copied = process.StandardOutput.BaseStream.CopyToAsync(output);
        await WriteAsync(process, input);
        await copied;
        await process.WaitForExitAsync();
        return new GitOutput(process.ExitCode, output.ToArray(), await error);
    }

    public Task<GitOutput> RunAsync(params string[] arguments) => RunAsync((IEnumerable<string>)arguments);

    public async Task<GitOutput> DemandAsync(params string[] arguments) => (await RunAsync((IEnumerable<string>)arguments)).OrThrow();

    public ProcessStartInfo Start(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>>? environment = null)
    {
        var start = new ProcessStartInfo("git", ["--git-dir", Directory, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // git may answer before it has read everything; its exit code tells.
        }
    }
}

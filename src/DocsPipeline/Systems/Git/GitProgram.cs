using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Runs <c>git</c> on one repository: no shell, arguments as a list, nothing from the user's or machine's configuration, no prompts, no hooks. What may
/// surprise on one machine and not on another is switched off here once.
/// </summary>
internal sealed class GitProgram(string directory, GitRemote remote)
{
    /// <summary>Exit code and output; throws only where git cannot be started.</summary>
    public async Task<GitOutput> TryAsync(IReadOnlyList<string> arguments, CancellationToken cancellation, ReadOnlyMemory<byte> input = default, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        using var stop = cancellation.Register(process.Kill);
        var feeding = FeedAsync(process, input);
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        await feeding;
        cancellation.ThrowIfCancellationRequested();
        return new GitOutput(process.ExitCode, output.GetBuffer().AsMemory(0, (int)output.Length), Clean(await complaints));
    }

    /// <summary>The output, or a <see cref="GitException"/>.</summary>
    public async Task<GitOutput> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation, ReadOnlyMemory<byte> input = default, params (string Name, string Value)[] environment)
    {
        var output = await TryAsync(arguments, cancellation, input, environment);
        return output.ExitCode == 0 ? output : throw new GitException(arguments[0], output.Complaint);
    }

    public Process Start(IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = directory,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in Settings().Concat(environment))
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new GitException(arguments[0], $"the program git cannot be started: {fault.Message}");
        }
    }

    private IEnumerable<(string Name, string Value)> Settings()
    {
        yield return ("GIT_DIR", directory);
        yield return ("GIT_CONFIG_NOSYSTEM", "1");
        yield return ("GIT_CONFIG_GLOBAL", OperatingSystem.IsWindows() ? "NUL" : "/dev/null");
        yield return ("GIT_TERMINAL_PROMPT", "0");
        yield return ("GIT_OPTIONAL_LOCKS", "0");
        yield return ("LC_ALL", "C");
        var config = new List<(string Key, string Value)>
        {
            ("core.hooksPath", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"),
            ("core.quotePath", "false"),
            ("credential.helper", ""),
            ("http.followRedirects", "false"),
            ("gc.auto", "0"),
            ("protocol.allow", "never"),
            ($"protocol.{remote.Url.Scheme}.allow", "always"),
            ("fetch.fsckObjects", "true"),
        };
        if (remote.Url.IsLoopback)
        {
            config.Add(("http.proxy", ""));
        }

        if (remote is { Token: { } token, Url.Scheme: "http" or "https" })
        {
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{token.Reveal()}"));
            config.Add(($"http.{remote.Url.GetLeftPart(UriPartial.Authority)}/.extraHeader", $"Authorization: Basic {basic}"));
        }

        yield return ("GIT_CONFIG_COUNT", config.Count.ToString());
        for (var index = 0; index < config.Count; index++)
        {
            yield return ($"GIT_CONFIG_KEY_{index}", config[index].Key);
            yield return ($"GIT_CONFIG_VALUE_{index}", config[index].Value);
        }
    }

    private string Clean(string complaint) => Secret.Redact(RemoteFault.OneLine(complaint.Trim()), remote.Token is { } token ? [token] : []);

    // git may end before it has read everything; its exit code then says why.
    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }
}

using System.Diagnostics;

namespace DocsPipeline.Tests.Build.Scripts;

/// <summary>One of the two scripts that start the build program, in a checkout of its own.</summary>
internal sealed record StartScript(string Checkout, string Name)
{
    public const string Bash = "build.sh";
    public const string PowerShellScript = "build.ps1";

    /// <summary>A folder that comes first in PATH, or null.</summary>
    public string? Programs { get; init; }

    /// <summary>Where the compiled programs stand, each in a folder of its own.</summary>
    public string Compiled => Path.Combine(Checkout, "artifacts/build");

    public Task<ScriptRun> RunAsync(string folder, params string[] words) => ScriptRun.OfAsync(Start(folder, words));

    /// <summary>The call that somebody standing in a folder makes.</summary>
    public ProcessStartInfo Start(string folder, params string[] words)
    {
        var path = Path.Combine(Checkout, Name);
        var start = Name == Bash
            ? new ProcessStartInfo("bash", [path, .. words])
            : new ProcessStartInfo(PowerShell.Dotnet, [PowerShell.Program!, "-NoProfile", "-File", path, .. words]);
        return Prepared(start, folder);
    }

    /// <summary>What follows the script's name on a line typed at a PowerShell prompt.</summary>
    public Task<ScriptRun> TypeAsync(string folder, string words)
    {
        var command = $"& '{Path.Combine(Checkout, Name)}' {words}; exit $LASTEXITCODE";
        var start = new ProcessStartInfo(PowerShell.Dotnet, [PowerShell.Program!, "-NoProfile", "-Command", command]);
        return ScriptRun.OfAsync(Prepared(start, folder));
    }

    private ProcessStartInfo Prepared(ProcessStartInfo start, string folder)
    {
        start.WorkingDirectory = folder;
        if (Programs is not null)
        {
            start.Environment["PATH"] = $"{Programs}:{start.Environment["PATH"]}";
        }

        // Nothing of this run's own MSBuild may reach another one, and nothing may outlive the call and keep its pipes open.
        start.Environment["MSBuildSDKsPath"] = null;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }
}

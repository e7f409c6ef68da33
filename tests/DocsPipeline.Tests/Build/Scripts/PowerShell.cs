using System.Runtime.InteropServices;
using System.Text.Json;

namespace DocsPipeline.Tests.Build.Scripts;

/// <summary>PowerShell as <c>dotnet tool restore</c> brings it, in the version that the list of local tools names.</summary>
internal static class PowerShell
{
    public const string Missing = "PowerShell is not there: `dotnet tool restore`";

    /// <summary>The program to give to <see cref="Dotnet"/>, or null where the tool was not restored.</summary>
    public static string? Program { get; } = Find();

    /// <summary>The dotnet that runs these tests, whatever PATH says.</summary>
    public static string Dotnet { get; } = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private static string? Find()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, ".config/dotnet-tools.json")));
        var version = list.RootElement.GetProperty("tools").GetProperty("powershell").GetProperty("version").GetString()!;
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        var tools = Path.Combine(packages, "powershell", version, "tools");
        var platform = OperatingSystem.IsWindows() ? "win" : "unix";
        return !Directory.Exists(tools) ? null : Directory
            .EnumerateFiles(tools, "pwsh.dll", SearchOption.AllDirectories)
            .FirstOrDefault(file => Path.GetFileName(Path.GetDirectoryName(file)) == platform);
    }
}

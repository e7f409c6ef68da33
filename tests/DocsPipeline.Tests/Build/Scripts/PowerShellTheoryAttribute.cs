namespace DocsPipeline.Tests.Build.Scripts;

/// <summary>Needs PowerShell, and a shell of Unix beside it to compare with.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PowerShellTheoryAttribute : TheoryAttribute
{
    public PowerShellTheoryAttribute() => Skip = Reason;

    public static string? Reason => OperatingSystem.IsWindows() ? "There is no build.sh to compare with on Windows"
        : PowerShell.Program is null ? PowerShell.Missing
        : null;
}

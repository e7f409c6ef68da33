namespace DocsPipeline.Tests.Build.Scripts;

/// <summary>Needs PowerShell, and a shell of Unix beside it to compare with.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PowerShellFactAttribute : FactAttribute
{
    public PowerShellFactAttribute() => Skip = PowerShellTheoryAttribute.Reason;
}

using Cake.Common;
using Cake.Core;
using Cake.Core.IO;

namespace Build.Testing;

/// <summary>
/// The tools of <c>.config/dotnet-tools.json</c>: PowerShell for the tests that hold both start scripts against each other, Stryker for
/// Mutate.
/// </summary>
internal static class LocalTools
{
    /// <summary>Fetches what is not there yet; where that cannot be, it is said.</summary>
    public static void Restore(BuildContext context)
    {
        var arguments = new ProcessArgumentBuilder().Append("tool").Append("restore");
        var settings = new ProcessSettings { Arguments = arguments, RedirectStandardOutput = true, RedirectStandardError = true };
        if (context.StartProcess("dotnet", settings) != 0)
        {
            context.Narrator.Say(
                "The local tools could not be restored (dotnet tool restore): the tests of build.ps1 skip, and mutate cannot run.");
        }
    }
}

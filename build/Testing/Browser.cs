using Cake.Common;
using Cake.Core;
using Cake.Core.IO;
using Path = System.IO.Path;

namespace Build.Testing;

/// <summary>Debian's chromium, for the tests that walk through the portal as a partner would.</summary>
internal static class Browser
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Installs it where apt-get is there and we are root; elsewhere those tests skip, and say so.</summary>
    public static void Install(BuildContext context)
    {
        if (Programs.Any(IsInstalled))
        {
            return;
        }

        if (!IsInstalled("apt-get") || !System.Environment.IsPrivilegedProcess)
        {
            context.Narrator.Say("No browser is installed, and none can be from here: the portal's tests will be skipped.");
            return;
        }

        context.Narrator.Say("Installing a browser for the portal's tests (apt-get install chromium) ...");
        if (Run(context, "update", "-qq") != 0 || Run(context, "install", "-y", "-qq", "--no-install-recommends", "chromium") != 0)
        {
            context.Narrator.Say("The browser could not be installed: the portal's tests will be skipped.");
        }
    }

    private static bool IsInstalled(string program) => (System.Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static int Run(BuildContext context, params string[] arguments) => context.StartProcess("apt-get", new ProcessSettings
    {
        Arguments = arguments.Aggregate(new ProcessArgumentBuilder(), (builder, argument) => builder.Append(argument)),
        EnvironmentVariables = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    });
}

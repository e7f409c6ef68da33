using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Sets libgit2 up, once for the process: nothing of the user's or the machine's configuration counts (an <c>insteadOf</c> or a proxy there
/// would lead a token elsewhere), and what travels over HTTP goes through <see cref="SmartHttp"/>.
/// </summary>
internal static class GitLibrary
{
    private static readonly Lazy<bool> Ready = new(SetUp);

    /// <summary>Whether a directory holds a repository.</summary>
    public static bool IsValid(string directory) => Ready.Value && Repository.IsValid(directory);

    /// <summary>Opens a repository; dispose it.</summary>
    public static Repository Open(string directory)
    {
        _ = Ready.Value;
        return new Repository(directory);
    }

    private static bool SetUp()
    {
        foreach (var level in new[]
        {
            ConfigurationLevel.ProgramData, ConfigurationLevel.System, ConfigurationLevel.Xdg, ConfigurationLevel.Global,
        })
        {
            GlobalSettings.SetConfigSearchPaths(level, "");
        }

        // A container often runs as another user than the one who owns its volumes. What the owner of a clone could do to us, hooks and
        // configured programs, libgit2 does not run.
        GlobalSettings.SetOwnerValidation(false);
        GlobalSettings.RegisterSmartSubtransport<SmartHttp>("http");
        GlobalSettings.RegisterSmartSubtransport<SmartHttp>("https");
        return true;
    }
}

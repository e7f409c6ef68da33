using System.Diagnostics;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Systems.Git;
using LibGit2Sharp;

namespace DocsPipeline.Tests;

/// <summary>
/// What can only be seen from a process of its own, because it is decided once and for all when one starts: where git's library looks for
/// the configuration of whoever runs it.
/// </summary>
internal static class FreshProcess
{
    public static ProcessStartInfo Start(params string[] arguments) =>
        new("dotnet", [typeof(FreshProcess).Assembly.Location, .. arguments]);

    /// <summary>Fetches main, commits on it, pushes and reads it back: clone folder, remote, token, new branch, path and text.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var folder, var url, var token, var branch, var path, var text])
        {
            await Console.Error.WriteLineAsync("This is a test assembly: run it with `dotnet test`.");
            return 64;
        }

        var clone = await GitRepository.OpenAsync(folder, new GitRemote(new Uri(url), new Secret(token)), default);
        await clone.FetchAsync(default);
        var commit = await GitClones.CommitAsync(clone, await clone.ResolveAsync("main", default), (path, text));
        var pushed = await clone.PushAsync(branch, commit, default, expected: "");
        var read = (await clone.FindFileAsync(commit, path, default))!.Bytes;
        using var repository = new Repository(folder);
        var heeded = Enum.GetValues<ConfigurationLevel>()
            .Where(level => level != ConfigurationLevel.Local && repository.Config.HasConfig(level));
        Console.WriteLine($"pushed {pushed.Accepted}, read {Convert.ToHexString(read.Span)}, heeded [{string.Join(' ', heeded)}]");
        return 0;
    }
}

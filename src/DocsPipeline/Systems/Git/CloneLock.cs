using System.Diagnostics;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// One writer of refs at a time in a clone. The operating system lets go of it when a run is killed, so that what such a run left behind, a
/// ref's lock file or half a pack, is known to be nobody's and goes away.
/// </summary>
internal sealed class CloneLock : IDisposable
{
    private const string Name = "docspipeline.lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream file;

    private CloneLock(FileStream file) => this.file = file;

    /// <summary>Waits for another run that holds it, no longer than given.</summary>
    public static async Task<CloneLock> TakeAsync(string directory, TimeSpan longest, CancellationToken cancellation)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                var taken = new FileStream(Path.Combine(directory, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                Sweep(directory);
                return new CloneLock(taken);
            }
            catch (IOException) when (waiting.Elapsed < longest)
            {
                await Task.Delay(Pause, cancellation);
            }
            catch (IOException fault)
            {
                throw new GitException("lock", $"another run holds the clone: {fault.Message}");
            }
        }
    }

    public void Dispose() => file.Dispose();

    private static void Sweep(string directory)
    {
        var locks = Directory.EnumerateFiles(directory, "*.lock")
            .Where(path => Path.GetFileName(path) != Name)
            .Concat(Below(directory, "refs", "*.lock"))
            .Concat(Below(directory, Path.Combine("objects", "pack"), "pack_git2_*"));
        foreach (var path in locks.ToList())
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<string> Below(string directory, string folder, string pattern)
    {
        var path = Path.Combine(directory, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories) : [];
    }
}

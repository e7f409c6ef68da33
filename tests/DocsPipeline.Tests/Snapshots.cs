using System.Runtime.CompilerServices;
using Snapshooter;
using Snapshooter.Xunit;

namespace DocsPipeline.Tests;

/// <summary>
/// Texts for people and tools that are reviewed like code: the expected text is <c>Class.Test.snap</c> in <c>__snapshots__</c> beside the
/// test. Another text, or a snapshot that is missing, is a failure and leaves what came out in <c>__mismatch__</c> below it;
/// <c>DOCSPIPELINE_REWRITE=1 ./build.sh test</c> writes the snapshots anew instead.
/// </summary>
internal static class Snapshots
{
    private const string Tests = "tests/DocsPipeline.Tests/";

    // Unless it is told otherwise, Snapshooter writes a missing snapshot and is content: a test that somebody forgot to commit the
    // expected text of would never fail.
    [ModuleInitializer]
    internal static void BeStrict() =>
        Environment.SetEnvironmentVariable("SNAPSHOOTER_STRICT_MODE", ExpectedFile.IsRewritten ? "false" : "true");

    /// <summary>Compares with the snapshot of the calling test, or the one of this name where the test has several.</summary>
    public static void ShouldMatchSnapshot(
        this string actual, string? name = null, [CallerMemberName] string test = "", [CallerFilePath] string source = "")
    {
        // A build for CI knows its sources by paths that start with "/_/": only what follows is the same everywhere.
        var file = source.Replace('\\', '/');
        var folder = Path.GetDirectoryName(file[file.LastIndexOf(Tests, StringComparison.Ordinal)..])!;
        var fileName = $"{Path.GetFileNameWithoutExtension(file)}.{test}{(name is null ? "" : $"_{name}")}.snap";
        Compare(actual, new SnapshotFullName(fileName, Path.Combine(Checkout.Root, folder)));
    }

    private static void Compare(string actual, SnapshotFullName expected)
    {
        var file = Path.Combine(expected.FolderPath, "__snapshots__", expected.Filename);
        if (ExpectedFile.IsRewritten && File.Exists(file))
        {
            File.Delete(file);
        }

        Snapshot.Match(actual, expected);
    }
}

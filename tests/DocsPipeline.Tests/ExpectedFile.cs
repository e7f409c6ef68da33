using System.Text;

namespace DocsPipeline.Tests;

/// <summary>
/// Output whose every byte counts (the case folders): the expected bytes are a committed file beside its input, and a byte order mark, a
/// line end or a last newline more or less is a difference. Snapshooter tells none of these apart, so <see cref="Snapshots"/> are for the
/// texts that people and tools read. <c>DOCSPIPELINE_REWRITE=1 ./build.sh test</c> writes what came out instead of comparing it; then
/// <c>git diff</c> shows what changed.
/// </summary>
internal static class ExpectedFile
{
    private const string Switch = "DOCSPIPELINE_REWRITE";

    /// <summary>Whether expected files and snapshots are written anew in this run.</summary>
    public static bool IsRewritten { get; } = Environment.GetEnvironmentVariable(Switch) == "1";

    /// <summary>Compares with a file of the repository (path relative to its root).</summary>
    public static void ShouldMatch(string path, string actual)
    {
        var file = Path.Combine(Checkout.Root, path);
        if (IsRewritten)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        File.Exists(file).ShouldBeTrue($"{path} is missing. {Switch}=1 ./build.sh test writes it.");
        actual.ShouldBe(
            Encoding.UTF8.GetString(File.ReadAllBytes(file)),
            $"{path} holds something else. If the new output is right, {Switch}=1 ./build.sh test writes it; then review the diff.");
    }
}

namespace DocsPipeline.Tests;

/// <summary>
/// Output that is reviewed like code: the expected bytes are a committed file. <c>DOCSPIPELINE_REWRITE=1 ./build.sh test</c> writes what
/// came out instead of comparing it; then <c>git diff</c> shows what changed.
/// </summary>
internal static class ExpectedFile
{
    private const string Switch = "DOCSPIPELINE_REWRITE";

    /// <summary>Compares with a file of the repository (path relative to its root).</summary>
    public static void ShouldMatch(string path, string actual)
    {
        var file = Path.Combine(Checkout.Root, path);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        File.Exists(file).ShouldBeTrue($"{path} is missing. {Switch}=1 ./build.sh test writes it.");
        actual.ShouldBe(
            File.ReadAllText(file),
            $"{path} holds something else. If the new output is right, {Switch}=1 ./build.sh test writes it; then review the diff.");
    }
}

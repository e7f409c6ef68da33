namespace DocsPipeline.Benchmarks.Peers;

/// <summary>A flat folder of inputs, in the order of their names.</summary>
internal sealed record InputFolder(string Path, IReadOnlyList<FileInfo> Files)
{
    public static InputFolder Of(string path) =>
        new(path, [.. new DirectoryInfo(path).GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal)]);

    public long Bytes => Files.Sum(file => file.Length);

    /// <summary>The first ones, for who would need minutes for all of them.</summary>
    public InputFolder First(int count) => new(Path, [.. Files.Take(count)]);
}

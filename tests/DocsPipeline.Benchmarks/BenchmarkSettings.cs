namespace DocsPipeline.Benchmarks;

/// <summary>
/// Where inputs, installed peers and results go (<see cref="Out"/>), a folder of real pages to measure too, and the build program, for what
/// is measured as a whole target.
/// </summary>
internal sealed record BenchmarkSettings(string Out, string? Pages, string? Pipeline)
{
    public static BenchmarkSettings Read(string[] arguments)
    {
        string? Value(string name) => Array.IndexOf(arguments, "--" + name) is var at and >= 0 ? Path.GetFullPath(arguments[at + 1]) : null;
        return new BenchmarkSettings(Value("out") ?? Path.GetFullPath("artifacts/bench"), Value("pages"), Value("pipeline"));
    }

    /// <summary>A folder that is empty now.</summary>
    public string Fresh(string name)
    {
        var folder = Path.Combine(Out, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return folder;
    }
}

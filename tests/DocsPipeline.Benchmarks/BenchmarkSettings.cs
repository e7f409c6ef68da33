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

    private string Old => Path.Combine(Out, "old");

    /// <summary>A folder that is empty now.</summary>
    public string Fresh(string name)
    {
        var folder = Path.Combine(Out, name);
        SetAside(folder);
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>
    /// Takes a folder out of the way. Where thousands of files were deleted lately, a file system is slow to make new ones; so nothing is
    /// deleted while something is measured.
    /// </summary>
    public void SetAside(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.CreateDirectory(Old);
            Directory.Move(folder, Path.Combine(Old, Guid.NewGuid().ToString("N")));
        }
    }

    /// <summary>Deletes what was set aside.</summary>
    public void Tidy()
    {
        if (Directory.Exists(Old))
        {
            Directory.Delete(Old, recursive: true);
        }
    }
}

namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>
/// One row: a whole process, start-up included, that works on <see cref="Documents"/> documents of together <see cref="Bytes"/> bytes.
/// <see cref="Note"/> says what is not the same about it.
/// </summary>
internal sealed record Contender(string Name, string Program, IReadOnlyList<string> Arguments, int Documents, long Bytes)
{
    public string? Note { get; init; }

    /// <summary>Counted runs; one more goes before them, unless there is only one.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>What is done before each run, outside of what is measured.</summary>
    public Action? Before { get; init; }

    /// <summary>The exit codes of a run that went well; a linter that finds something says so.</summary>
    public IReadOnlyList<int> ExitCodes { get; init; } = [0];

    /// <summary>Where it is started; null for here.</summary>
    public string? Folder { get; init; }

    /// <summary>A row of a peer that is not here: how to install it.</summary>
    public static Contender Missing(string name, string how) => new(name, "", [], 0, 0) { Note = $"not installed: {how}" };

    public bool IsMissing => Program.Length == 0;
}

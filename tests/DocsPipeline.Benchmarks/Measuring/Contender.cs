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

    /// <summary>A row of a peer that is not here: how to install it.</summary>
    public static Contender Missing(string name, string how) => new(name, "", [], 0, 0) { Note = $"not installed: {how}" };

    public bool IsMissing => Program.Length == 0;
}

using System.Text.Json;

namespace Build.Testing;

/// <summary>What became of the mutants of one part: how many a test noticed, and where the others are.</summary>
internal sealed record MutationReport(int Noticed, IReadOnlyList<string> Survivors)
{
    public int Mutants => Noticed + Survivors.Count;

    /// <summary>Percent of the mutants that a test noticed; a run without mutants proved nothing.</summary>
    public double Score => Mutants == 0 ? 0 : 100.0 * Noticed / Mutants;

    /// <summary>
    /// Reads <c>mutation-report.json</c> as Stryker writes it. A mutant that no test reaches is a survivor; one that does not compile, or
    /// that was left out, counts for nothing.
    /// </summary>
    public static MutationReport Read(string json)
    {
        using var report = JsonDocument.Parse(json);
        var mutants = report.RootElement.GetProperty("files").EnumerateObject()
            .SelectMany(file => file.Value.GetProperty("mutants").EnumerateArray().Select(mutant => (File: file.Name, Mutant: mutant)))
            .ToList();
        return new MutationReport(
            mutants.Count(row => Status(row.Mutant) is "Killed" or "Timeout"),
            [.. mutants.Where(row => Status(row.Mutant) is "Survived" or "NoCoverage")
                .OrderBy(row => row.File, StringComparer.Ordinal).ThenBy(row => Line(row.Mutant))
                .Select(row => Told(row.File, row.Mutant))]);
    }

    private static string? Status(JsonElement mutant) => mutant.GetProperty("status").GetString();

    private static int Line(JsonElement mutant) => mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();

    private static string Told(string file, JsonElement mutant)
    {
        var lines = mutant.GetProperty("replacement").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var reached = Status(mutant) == "NoCoverage" ? "no test reaches it" : "no test notices";
        return $"{Path.GetFileName(file)}:{Line(mutant)} {mutant.GetProperty("mutatorName").GetString()}, {reached}: "
            + $"{string.Join(' ', lines)}";
    }
}

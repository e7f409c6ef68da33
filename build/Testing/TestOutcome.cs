using System.Xml.Linq;

namespace Build.Testing;

/// <summary>How many tests did what.</summary>
internal sealed record TestOutcome(int Passed, int Failed, int Skipped, int ExitCode)
{
    /// <summary>A run that found no test proved nothing.</summary>
    public bool Succeeded => ExitCode == 0 && Failed == 0 && Passed > 0;

    /// <summary>The line that a run ends with.</summary>
    public string Summary => $"{Passed} passed, {Failed} failed" + (Skipped > 0 ? $", {Skipped} skipped" : "");

    /// <summary>
    /// Reads the counters of a TRX report, the file that <c>dotnet test --logger trx</c> writes; without one nothing ran.
    /// </summary>
    public static TestOutcome Read(string file, int exitCode)
    {
        if (!File.Exists(file))
        {
            return new TestOutcome(0, 0, 0, exitCode == 0 ? 1 : exitCode);
        }

        var results = XDocument.Load(file).Descendants()
            .Where(element => element.Name.LocalName == "UnitTestResult")
            .Select(element => (string?)element.Attribute("outcome"))
            .ToList();
        return new TestOutcome(
            results.Count(outcome => outcome == "Passed"),
            results.Count(outcome => outcome is not ("Passed" or "NotExecuted")),
            results.Count(outcome => outcome == "NotExecuted"),
            exitCode);
    }
}

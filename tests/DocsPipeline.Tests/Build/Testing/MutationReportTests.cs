using Build.Testing;

namespace DocsPipeline.Tests.Build.Testing;

public sealed class MutationReportTests
{
    [Fact]
    public void Counts_what_was_noticed_and_lists_what_was_not_in_the_order_of_the_code()
    {
        var report = MutationReport.Read($$$"""
            {"files": {
              "src/B.cs": {"mutants": [
                {{{Mutant("Killed", 1)}}}, {{{Mutant("Timeout", 2)}}}, {{{Mutant("NoCoverage", 9)}}}, {{{Mutant("Survived", 3)}}}
              ]},
              "src/A.cs": {"mutants": [{{{Mutant("Survived", 4)}}}, {{{Mutant("Ignored", 5)}}}, {{{Mutant("CompileError", 6)}}}]}
            }}
            """);

        report.Mutants.ShouldBe(5);
        report.Score.ShouldBe(40);
        report.Survivors.ShouldBe(
        [
            "A.cs:4 String mutation, no test notices: a b",
            "B.cs:3 String mutation, no test notices: a b",
            "B.cs:9 String mutation, no test reaches it: a b",
        ]);
    }

    [Fact]
    public void Without_mutants_nothing_was_proved() => MutationReport.Read("{\"files\": {}}").Score.ShouldBe(0);

    private static string Mutant(string status, int line) => $$$$"""
        {"mutatorName": "String mutation", "replacement": "a\n  b", "status": "{{{{status}}}}",
         "location": {"start": {"line": {{{{line}}}} } } }
        """;
}

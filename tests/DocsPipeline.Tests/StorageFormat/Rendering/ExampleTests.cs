using System.Text;
using Xunit.Abstractions;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>No word of a Markdown that a person wrote is lost without a word about it, whatever it is made of.</summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    public static TheoryData<string> All() => [.. Examples.Files()];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_becomes_what_was_reviewed(string file)
    {
        var text = new StringBuilder();
        foreach (var (example, index) in Examples.Of(file).Select((example, index) => (example, index)))
        {
            var outcome = Outcome.Of(example);
            text.Append($"── {file} {index + 1} ──\n{example}→ page\n{outcome.Storage}\n");
            text.Append(outcome.Markdown == example ? "" : $"→ Markdown\n{outcome.Markdown}");
            text.AppendJoin("", outcome.Findings.Select(finding =>
                $"→ told {finding.Line}:{finding.Column} {finding.Kind}: {finding.Message}\n"));
        }

        ExpectedFile.ShouldMatch($"{Examples.Folder}/{file}.expected.txt", text.ToString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_comes_back_as_it_went(string file)
    {
        foreach (var example in Examples.Of(file))
        {
            var outcome = Outcome.Of(example);
            outcome.Again.ShouldBe(outcome.Markdown, example);
        }
    }

    [Fact]
    public void There_are_more_than_two_hundred() => Examples.Files().Sum(file => Examples.Of(file).Length).ShouldBeGreaterThan(300);

    [CmarkGfmFact]
    public void No_word_that_GitHub_shows_is_lost_in_silence()
    {
        var list = new StringBuilder();
        foreach (var file in Examples.Files())
        {
            foreach (var (example, index) in Examples.Of(file).Select((example, index) => (example, index)))
            {
                var outcome = Outcome.Of(example);
                list.Append($"{file} {index + 1}: {outcome.Kind(example)}\n");
                (outcome.Findings.Count > 0 ? [] : outcome.Lost(example)).ShouldBeEmpty($"{file} {index + 1}:\n{example}");
            }
        }

        ExpectedFile.ShouldMatch($"{Examples.Folder}/outcomes.txt", list.ToString());
    }

    /// <summary>The specification lies outside of the repository; where it is missing the test says so.</summary>
    [CmarkGfmFact]
    public void No_word_of_the_specification_is_lost_in_silence()
    {
        if (Examples.SpecificationFile is null)
        {
            output.WriteLine("SKIPPED, NOT PROVED: name the examples of the GFM specification as JSON in GFM_SPECIFICATION.");
            return;
        }

        var list = new StringBuilder();
        foreach (var (number, section, markdown) in Examples.OfSpecification())
        {
            var outcome = Outcome.Of(markdown);
            list.Append($"{number} {section}: {outcome.Kind(markdown)}\n");
            (outcome.Findings.Count > 0 ? [] : outcome.Lost(markdown)).ShouldBeEmpty($"{number} {section}:\n{markdown}");
            outcome.Again.ShouldBe(outcome.Markdown, $"{number} {section}:\n{markdown}");
        }

        output.WriteLine($"{list.ToString().Count(character => character == '\n')} examples");
        ExpectedFile.ShouldMatch($"{Examples.Folder}/specification.txt", list.ToString());
    }
}

using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Validate;
using DocsPipeline.Tests.Diagnostics.Rendering;

namespace DocsPipeline.Tests.Flows.Validate;

/// <summary>A case is a folder of documents and what is said about them; schemas and, where it has none, settings are the
/// repository's.</summary>
public sealed class CaseTests
{
    private const string Cases = "tests/cases/validate";

    private static readonly string[] Names =
        [.. Directory.EnumerateDirectories(Path.Combine(Checkout.Root, Cases)).Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)];

    public static TheoryData<string> All => [.. Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Says_what_the_case_expects(string name)
    {
        var report = Check(name);

        ExpectedFile.ShouldMatch($"{Cases}/{name}/expected.txt", new TerminalRenderer().Render(report.Findings));
        if (name.StartsWith("DOC", StringComparison.Ordinal))
        {
            report.Diagnostics.Select(diagnostic => diagnostic.Code.Id).ShouldContain(name[..7]);
        }
        else
        {
            report.Diagnostics.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_code_about_content_has_a_case()
    {
        // Too large for a file of the repository, dependent on the machine, or raised only when something is rendered or sent.
        string[] elsewhere =
            [Catalogue.FrontMatter.FileIsTooLarge.Id, Catalogue.Links.FileIsTooLarge.Id, Catalogue.Markdown.TakesTooLong.Id,
                Catalogue.Markdown.HtmlIsNotStable.Id, Catalogue.Links.FileHasChanged.Id];
        Catalogue.All.Select(code => code.Id)
            .Where(id =>
                string.CompareOrdinal(id, "DOC0500") < 0 && !elsewhere.Contains(id)
                    && !Names.Any(name => name.StartsWith(id, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static ValidationReport Check(string name)
    {
        var own = ContentFolder.Read(Path.Combine(Checkout.Root, Cases, name), "content");
        var shared = Checkout.Files.Where(file => file.Path.StartsWith("schemas/", StringComparison.Ordinal)
            || (file.Path == PipelineSettings.Path && own.All(mine => mine.Path != PipelineSettings.Path)));
        return Validator.Check(new ContentSnapshot([.. own, .. shared]), new StoppedClock());
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    }
}

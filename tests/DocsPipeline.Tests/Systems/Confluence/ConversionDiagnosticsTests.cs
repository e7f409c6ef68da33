using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Tests.Systems.Confluence;

/// <summary>
/// Each folder of <c>tests/cases/export</c>: a page (and, where the way back is what fails, its edited Markdown), and what people are told
/// about it.
/// </summary>
public sealed class ConversionDiagnosticsTests
{
    private const string Cases = "tests/cases/export";

    private const string Page = "storage.xml";

    private const string Edited = "edited.md";

    private static readonly ConversionOptions Options = new();

    public static TheoryData<string> All() =>
        [.. Directory.EnumerateDirectories(Path.Combine(Checkout.Root, Cases)).Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_fault_of_a_page_is_told_with_its_place_and_what_to_do(string name)
    {
        var storage = Read(name, Page);
        var read = File.Exists(At(name, Edited)) ? Edited : Page;
        var findings = read == Edited
            ? new MarkdownToStorageFormat().Convert(Read(name, Edited), storage, Options).Findings
            : new StorageFormatToMarkdown().Convert(storage, Options).Findings;

        var diagnostics = findings.In(read);
        diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe(name[..7]);
        using var told = new StringWriter();
        new TerminalRenderer().Render(new DiagnosticReport(diagnostics, 0, path => path == read ? Read(name, read) : null), told);
        ExpectedFile.ShouldMatch($"{Cases}/{name}/expected.txt", told.ToString());
    }

    [Fact]
    public void A_page_above_the_limit_is_refused_before_anything_reads_it() =>
        new StorageFormatToMarkdown().Convert(new string('x', ConversionLimits.StorageCharacters + 1),
            Options).Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.PageIsTooLarge);

    [Fact]
    public void Every_finding_has_a_code_of_its_own_with_its_weight_and_an_explanation()
    {
        var kinds = Enum.GetValues<FindingKind>();
        kinds.Select(ConversionDiagnostics.CodeOf).ShouldBeUnique();
        foreach (var kind in kinds)
        {
            var code = ConversionDiagnostics.CodeOf(kind);
            code.Severity.ToString().ShouldBe(new ConversionFinding(kind, 1, 1, "", "").Severity.ToString());
            Catalogue.Explain(code.Id).ShouldNotBeNull(code.Id);
        }
    }

    private static string At(string name, string file) => Path.Combine(Checkout.Root, Cases, name, file);

    private static string Read(string name, string file) => File.ReadAllText(At(name, file));
}

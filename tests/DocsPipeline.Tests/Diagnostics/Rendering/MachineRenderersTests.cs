using System.Text.Json;
using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;

namespace DocsPipeline.Tests.Diagnostics.Rendering;

public sealed class MachineRenderersTests
{
    private const string Hostile = "x\n::error::owned\r\n%0A::set-output name=a::b ##[add-mask]y ##vso[task.setvariable]z";

    private static readonly Diagnostic Link = Reports.Broken.At(
        "content/a,b:c.md", new SourceSpan(2, 3, 4), label: "nothing here", help: "50% of `x`");

    private static DiagnosticReport Report(params Diagnostic[] diagnostics) => Reports.Of("one\ntwo three\n", diagnostics);

    [Fact]
    public void Msbuild_is_one_canonical_line_each() =>
        new MsBuildRenderer().Render(Report(Link)).ShouldBe(
            "content/a,b:c.md(2,3,2,7): error DOC0203: link target does not exist (nothing here); help: 50% of `x`\n");

    [Fact]
    public void GitHub_escapes_properties_and_text_as_the_runner_unescapes_them() =>
        new GitHubAnnotationRenderer().Render(Report(Link)).Split('\n')[0].ShouldBe(
            "::error file=content/a%2Cb%3Ac.md,line=2,endLine=2,col=3,endColumn=7,title=DOC0203%3A link target does not exist"
            + "::nothing here%0Ahelp: 50%25 of `x`%0Amore: ./build.sh explain DOC0203");

    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    [InlineData("sarif")]
    [InlineData("json")]
    [InlineData("msbuild")]
    public void Text_of_a_page_never_becomes_a_command_of_the_build_agent(string format)
    {
        var fault = Reports.Late.At($"content/{Hostile}.md", SourceSpan.Start, Hostile, label: Hostile, help: Hostile, notes: Hostile);
        var text = DiagnosticFormat.Find(format)!.Render(new DiagnosticReport([fault], 1, _ => Hostile));

        text.Split('\n').Count(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)).ShouldBe(format == "github" ? 1 : 0);
        text.ShouldNotContain("##[");
        text.ShouldNotContain("##vso[");
        text.ShouldNotContain("\r");
    }

    [Fact]
    public void Sarif_names_each_rule_once_and_points_at_the_region()
    {
        using var sarif = JsonDocument.Parse(new SarifRenderer().Render(Report(Link, Link with { Span = new SourceSpan(1, 1) })));

        var run = sarif.RootElement.GetProperty("runs")[0];
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength().ShouldBe(1);
        var result = run.GetProperty("results")[1];
        result.GetProperty("ruleId").GetString().ShouldBe("DOC0203");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("content/a%2Cb%3Ac.md");
        place.GetProperty("region").GetProperty("endColumn").GetInt32().ShouldBe(7);
    }

    [Fact]
    public void Json_carries_the_counts_and_every_part()
    {
        using var json = JsonDocument.Parse(new JsonRenderer().Render(Report(Link, Reports.Late.At("content/b.md", SourceSpan.Start))));

        json.RootElement.GetProperty("summary").GetProperty("text").GetString().ShouldBe("1 error and 1 warning in 2 of 148 documents");
        json.RootElement.GetProperty("diagnostics")[0].GetProperty("help").GetString().ShouldBe("50% of `x`");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    [InlineData("sarif")]
    [InlineData("json")]
    [InlineData("msbuild")]
    public void A_whole_report_is_the_one_that_was_reviewed(string format)
    {
        var late = Reports.Late.At(
            "content/b.md", new SourceSpan(1, 1, 3), "review was due on 2026-11-01", label: "32 days ago", notes: "owner: edi@halden");
        var elsewhere = Reports.Broken.At("environment", SourceSpan.Start, "variable is not set", help: "set it");

        DiagnosticFormat.Find(format)!.Render(Report(Link, late, elsewhere)).ShouldMatchSnapshot(format);
    }

    [Fact]
    public void Order_and_repetition_of_the_input_do_not_show()
    {
        var other = Reports.Late.At("content/b.md", SourceSpan.Start);
        foreach (var format in DiagnosticFormat.Names)
        {
            var renderer = DiagnosticFormat.Find(format)!;
            renderer.Render(Report(other, Link)).ShouldBe(renderer.Render(Report(Link, other)));
        }
    }

    [Fact]
    public void Silence_is_said_aloud() => Report().Summary.ShouldBe("no errors and no warnings in 148 documents");
}

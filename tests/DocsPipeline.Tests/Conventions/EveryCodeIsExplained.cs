using System.Text.RegularExpressions;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Tests.Conventions;

/// <summary>A code that somebody is shown can be looked up, and a page that stands there belongs to a code.</summary>
public sealed partial class EveryCodeIsExplained
{
    private static readonly string Pages = Path.Combine(Checkout.Root, "src/DocsPipeline/Diagnostics/Explanations");

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() => Directory
        .EnumerateFiles(Pages)
        .Select(Path.GetFileName)
        .ShouldBe(Catalogue.All.Select(code => $"{code.Id}.md"), ignoreOrder: true);

    [Fact]
    public void No_code_is_used_twice() => Catalogue.All.Select(code => code.Id).ShouldBeUnique();

    [Fact]
    public void A_title_is_a_fact_in_lower_case_without_a_full_stop()
    {
        foreach (var code in Catalogue.All)
        {
            code.Id.ShouldMatch("^DOC0[1-79][0-9]{2}$");
            code.Title.EndsWith('.').ShouldBeFalse(code.Id);
            Capital().IsMatch(code.Title).ShouldBeFalse($"{code.Id}: {code.Title}");
        }
    }

    [Fact]
    public void A_page_names_its_code_shows_an_example_and_says_what_to_do()
    {
        foreach (var code in Catalogue.All)
        {
            var page = Catalogue.Explain(code.Id).ShouldNotBeNull(code.Id);
            page.ShouldStartWith($"# {code.Id}: ", Case.Sensitive, code.Id);
            page.ShouldContain("\n## Example\n", Case.Sensitive, code.Id);
            page.ShouldContain("\n## What to do\n", Case.Sensitive, code.Id);
        }
    }

    // A name or an abbreviation (YAML) may begin a title; an ordinary word is not written large there.
    [GeneratedRegex("^(?!Confluence|Markdown|Trading Grid)[A-Z][a-z]+ ")]
    private static partial Regex Capital();
}

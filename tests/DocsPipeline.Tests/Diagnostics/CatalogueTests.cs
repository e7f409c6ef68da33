using System.Globalization;
using System.Text;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Tests.Diagnostics;

/// <summary>Numbers and titles are looked up, linked and filtered by: none of them changes or goes away unseen.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void Codes_and_titles_are_the_ones_that_were_reviewed()
    {
        var text = new StringBuilder();
        foreach (var code in Catalogue.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{code.Id} {code.Severity.ToString().ToLowerInvariant(),-7} {code.Title}\n");
        }

        text.ToString().ShouldMatchSnapshot();
    }
}

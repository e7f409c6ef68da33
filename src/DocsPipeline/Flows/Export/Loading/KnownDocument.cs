using System.Text.RegularExpressions;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Loading;

/// <summary>What the export remembers of a document of the repository; its text is read again where it is needed.</summary>
internal sealed partial record KnownDocument(
    string Id, TreeEntry File, string Kind, string Title, ConfluenceSource? Confluence, string? Expires)
{
    private const string PageLink = "confluence:page/";

    public string Path => File.Path;

    /// <summary>What follows the scheme in links to pages that were no documents at the last export.</summary>
    public IReadOnlyList<string> OpenLinks { get; private init; } = [];

    /// <summary>Whether both texts of a conflict still stand in it.</summary>
    public bool IsInConflict { get; private init; }

    public static KnownDocument Of(Document document, TreeEntry file) =>
        new(document.Id.Value, file, document.Kind, document.Title, document.Confluence, document.FrontMatter.Text("expires"))
        {
            OpenLinks = document.Body.Contains(PageLink, StringComparison.Ordinal)
                ? [.. Link().Matches(document.Body).Select(match => match.Groups[1].Value).Distinct()]
                : [],
            IsInConflict = document.Body.Contains("::::: conflict {", StringComparison.Ordinal),
        };

    // A title may hold brackets, and a target without spaces ends at one: what begins with the title is enough to look at the page again.
    [GeneratedRegex(PageLink + "([^?#<>\"\n]{1,765})")]
    private static partial Regex Link();
}

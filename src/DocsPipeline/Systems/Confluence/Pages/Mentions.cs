using System.Text.RegularExpressions;

namespace DocsPipeline.Systems.Confluence.Pages;

/// <summary>Pages mention people by account id; Markdown shows their names.</summary>
internal static partial class Mentions
{
    /// <summary>Display names by account id of everybody whom the pages mention; no request where they mention nobody.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(ConfluenceClient confluence, IEnumerable<ConfluencePage> pages, CancellationToken cancellation)
    {
        var accounts = pages.SelectMany(page => AccountId().Matches(page.Body)).Select(match => match.Groups[1].Value).Distinct().ToList();
        return accounts.Count == 0 ? new Dictionary<string, string>() : await confluence.NamesOfAsync(accounts, cancellation);
    }

    [GeneratedRegex("ri:account-id=\"([^\"<>&]{1,128})\"")]
    private static partial Regex AccountId();
}

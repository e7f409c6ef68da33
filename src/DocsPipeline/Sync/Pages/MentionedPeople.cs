using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Sync.Pages;

/// <summary>
/// Names of the people whom pages mention, asked for once a run and only for pages that are compared. Safe for concurrent use.
/// </summary>
internal sealed partial class MentionedPeople(ConfluenceClient confluence) : IDisposable
{
    private readonly ConcurrentDictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Display names by account id (Cloud) or user key (Data Center), as far as they were asked for.</summary>
    public IReadOnlyDictionary<string, string> Names => names;

    /// <summary>Makes sure of everybody whom a body mentions.</summary>
    public async Task LearnAsync(string storage, CancellationToken cancellation)
    {
        var people = Person().Matches(storage).Select(match => match.Groups[1].Value).Distinct().ToList();
        if (people.TrueForAll(names.ContainsKey))
        {
            return;
        }

        await turn.WaitAsync(cancellation);
        try
        {
            var strangers = people.Where(person => !names.ContainsKey(person)).ToList();
            var found = strangers.Count == 0 ? new Dictionary<string, string>() : await confluence.NamesOfAsync(strangers, cancellation);
            foreach (var person in strangers)
            {
                names[person] = found.GetValueOrDefault(person, person);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    [GeneratedRegex("ri:(?:account-id|userkey)=\"([^\"<>&]{1,128})\"")]
    private static partial Regex Person();
}

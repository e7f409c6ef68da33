using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The last resort for an edit that no page can be read back from: a page made of its Markdown alone, in which every block that says what
/// an old one says is the old one, with its ids and comments.
/// </summary>
internal static class KeptBlocks
{
    public static string In(StorageTree old, string page)
    {
        if (StorageScanner.Scan(page, out _) is not { } renewed)
        {
            return page;
        }

        var known = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var node = old[0].FirstChild; node != 0; node = old[node].Next)
        {
            var key = StorageKey.Of(old, node);
            (known.TryGetValue(key, out var nodes) ? nodes : known[key] = new Queue<int>()).Enqueue(node);
        }

        var replacements = new List<Replacement>();
        for (var node = renewed[0].FirstChild; node != 0; node = renewed[node].Next)
        {
            if (known.TryGetValue(StorageKey.Of(renewed, node), out var nodes) && nodes.TryDequeue(out var same))
            {
                replacements.Add(new Replacement(renewed[node].Start, renewed[node].End, old.Outer(same).ToString()));
            }
        }

        return Replacement.Apply(page, replacements) ?? page;
    }
}

using System.Text;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Tags, typed links, directives and macros can each put anything into a page. Whatever of it could run code is taken out where all of it
/// is at hand, unless it is the page's own again.
/// </summary>
internal static class ActiveContentCheck
{
    public static string Apply(StorageSession session, string storage)
    {
        if (!ActiveContent.MayStandIn(storage) || StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return storage;
        }

        var (text, at) = (new StringBuilder(storage.Length), 0);
        var cuts = new List<(int Start, int End)>();
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind == NodeKind.Element)
            {
                Element(session, tree, node, cuts);
            }
        }

        foreach (var (start, end) in cuts.Order())
        {
            if (start >= at)
            {
                text.Append(storage, at, start - at);
                at = end;
            }
        }

        return text.Append(storage, at, storage.Length - at).ToString();
    }

    private static void Element(StorageSession session, StorageTree tree, int node, List<(int Start, int End)> cuts)
    {
        var name = tree.NameOf(node).ToString();
        if (ActiveContent.IsElement(name) && session.Base?.HasElement(name) != true)
        {
            Report(session, name, $"<{name}>");
            cuts.Add((tree[node].Start, tree[node].InnerStart));
            cuts.Add((tree[node].InnerEnd, tree[node].End));
            return;
        }

        foreach (var attribute in tree.Attributes(node))
        {
            var value = Entities.Decode(attribute.Value);
            var isRestored = session.IsRestored(value);
            if (ActiveContent.IsAttribute(attribute.Name, attribute.Value)
                && session.Base?.HasAttribute(attribute.Name.ToString(), value) != true && (!isRestored || session.Base is not null))
            {
                if (!isRestored)
                {
                    Report(session, attribute.Name.ToString(), $"attribute {attribute.Name}=\"{StorageSession.Short(value)}\"");
                }

                _ = tree.Source.AsSpan().Overlaps(attribute.Name, out var start);
                _ = tree.Source.AsSpan().Overlaps(attribute.Value, out var end);
                cuts.Add((start - 1, end + attribute.Value.Length + 1));
            }
        }
    }

    private static void Report(StorageSession session, string sign, string what)
    {
        session.Place = Math.Max(0, session.Markdown.IndexOf(sign, StringComparison.OrdinalIgnoreCase));
        session.Report(FindingKind.LinkIsDisarmed, $"{what} could run code and is dropped", "take it out, or say it in Markdown");
    }
}

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
    private const string Split = "split the document into several";

    /// <summary>
    /// The storage without what could run. Of one that is too large or too deep to be read that cannot be said: it is told as an error, and
    /// is no page.
    /// </summary>
    public static string Apply(StorageSession session, string storage)
    {
        var may = ActiveContent.MayStandIn(storage, out var depth);
        if (storage.Length > ConversionLimits.StorageCharacters)
        {
            session.ReportAt(0, FindingKind.PageIsTooLarge,
                $"page would have {storage.Length} characters, more than {ConversionLimits.StorageCharacters}", Split);
        }
        else if (depth > ConversionLimits.Depth)
        {
            session.ReportAt(0, FindingKind.NestingIsTooDeep,
                $"elements of the page would be nested {depth} deep, more than {ConversionLimits.Depth}", Split);
        }

        if (!may || StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return storage;
        }

        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (text, at) = (new StringBuilder(storage.Length), 0);
        var cuts = new List<(int Start, int End)>();
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind == NodeKind.Element)
            {
                Element(session, tree, node, cuts, places);
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

    private static void Element(
        StorageSession session, StorageTree tree, int node, List<(int Start, int End)> cuts, Dictionary<string, int> places)
    {
        var name = tree.NameOf(node).ToString();
        if (ActiveContent.IsElement(name) && session.Base?.HasElement(tree, node) != true)
        {
            Report(session, places, [$"<{name}", $"\"{name}\"", name], $"<{name}>");
            cuts.Add((tree[node].Start, tree[node].InnerStart));
            cuts.Add((tree[node].InnerEnd, tree[node].End));
            return;
        }

        foreach (var attribute in tree.Attributes(node))
        {
            var value = Entities.Decode(attribute.Value);
            var isRestored = session.IsRestored(value);
            if (ActiveContent.IsAttribute(attribute.Name, attribute.Value)
                && session.Base?.HasAttribute(name, attribute) != true && (!isRestored || session.Base is not null))
            {
                if (!isRestored)
                {
                    var shown = $"attribute {attribute.Name}=\"{StorageSession.Short(value)}\"";
                    Report(session, places, [$"{attribute.Name}=", attribute.Name.ToString()], shown);
                }

                _ = tree.Source.AsSpan().Overlaps(attribute.Name, out var start);
                _ = tree.Source.AsSpan().Overlaps(attribute.Value, out var end);
                cuts.Add((start - 1, end + attribute.Value.Length + 1));
            }
        }
    }

    /// <summary>Each stands, in the Markdown, where the first of its signs is found behind the one before.</summary>
    private static void Report(StorageSession session, Dictionary<string, int> places, string[] signs, string what)
    {
        var place = 0;
        foreach (var sign in signs)
        {
            var from = places.GetValueOrDefault(sign);
            if (session.Markdown.IndexOf(sign, from, StringComparison.OrdinalIgnoreCase) is var found and >= 0)
            {
                place = found;
                places[sign] = found + sign.Length;
                break;
            }
        }

        session.ReportAt(place, FindingKind.LinkIsDisarmed, $"{what} could run code and is dropped", "take it out, or say it in Markdown");
    }
}

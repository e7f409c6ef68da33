using System.Net;
using System.Text.RegularExpressions;
using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>An opening line <c>::: name {key="value" …}</c>, read: what it does to the readers of what follows, and what is wrong with
/// it.</summary>
internal sealed partial record RegionMarker(
    string Name, RegionMeaning Meaning, IReadOnlyList<string> Partners, string Title, RegionFault Fault)
{
    public static RegionMarker Read(string line)
    {
        var match = Opening().Match(line);
        var name = MarkerName.Normalise(match.Success ? match.Groups["name"].Value : line);
        var attributes = match.Success ? Attributes(match.Groups["attributes"].Value) : null;
        var title = attributes?.GetValueOrDefault("title") ?? "";
        var isFeigned = MarkerName.HidesCharacters(line[..Math.Min(line.Length, 200)]) || MarkerName.Imitates(name) is not null;
        var fault = isFeigned ? RegionFault.LooksAlike
            : attributes is null ? RegionFault.Unreadable
            : name switch
            {
                "internal" => attributes.Count == 0 ? RegionFault.None : RegionFault.UnknownAttribute,
                "partner" => attributes.Keys.Any(key => key != "partners") ? RegionFault.UnknownAttribute : RegionFault.None,
                _ when name.StartsWith(KnownContainers.NodePrefix, StringComparison.Ordinal) && !KnownContainers.Names.Contains(name) =>
                    RegionFault.UnknownNode,
                _ when !KnownContainers.Names.Contains(name) => RegionFault.Unknown,
                _ => SpeaksOfReaders(title) ? RegionFault.TitleSpeaksOfReaders : RegionFault.None,
            };
        var partners = name == "partner" && attributes?.GetValueOrDefault("partners") is { } list
            ? list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : null;
        fault = fault == RegionFault.None && partners is { Length: 0 } ? RegionFault.Unreadable : fault;
        var meaning = fault != RegionFault.None || name == "internal" ? RegionMeaning.Hide
            : name == "partner" ? RegionMeaning.Show
            : RegionMeaning.Pass;
        return new RegionMarker(name, meaning, partners ?? [], title, fault);
    }

    /// <summary>The readers of the region's content; <paramref name="parent"/> is what it inherits, <paramref name="ceiling"/> the most it
    /// can open.</summary>
    public Readers Within(Readers parent, Readers ceiling) => Meaning switch
    {
        RegionMeaning.Show => (Partners.Count == 0 ? Readers.Audience : Readers.Only(Partners)).Within(ceiling),
        RegionMeaning.Pass => parent,
        _ => Readers.Nobody,
    };

    /// <summary>A panel titled "Internal only" is somebody's way to say so.</summary>
    public static bool SpeaksOfReaders(string title) =>
        title.Split([' ', ':', '-', ',', '.', '!', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Select(MarkerName.Normalise)
            .FirstOrDefault() is { } first
        && (first is "internal" or "confidential" || (first is not "partner" && MarkerName.Imitates(first) == "internal"));

    // Null where something is left over that is no attribute.
    private static Dictionary<string, string>? Attributes(string text)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        foreach (Match match in Attribute().Matches(text))
        {
            if (!string.IsNullOrWhiteSpace(text[at..match.Index])
                || !attributes.TryAdd(match.Groups["key"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value.Trim('"', '\''))))
            {
                return null;
            }

            at = match.Index + match.Length;
        }

        return string.IsNullOrWhiteSpace(text[at..]) ? attributes : null;
    }

    [GeneratedRegex(@"^(?<name>[^\s{}]+)[ \t]*(\{(?<attributes>.*)\})?[ \t]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex("""(?<key>[^\s"'{}=<>]+)=(?<value>"[^"]*"|'[^']*'|[^\s"'{}]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}

internal enum RegionMeaning
{
    Hide,
    Pass,
    Show,
}

internal enum RegionFault
{
    None,
    Unknown,
    UnknownNode,
    LooksAlike,
    Unreadable,
    UnknownAttribute,
    TitleSpeaksOfReaders,
}

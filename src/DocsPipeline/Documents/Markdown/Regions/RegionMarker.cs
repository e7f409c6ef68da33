using System.Text.RegularExpressions;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>An opening line <c>::: name {key="value" …}</c>, read: what it does to the readers of what follows, and what is wrong with it.</summary>
internal sealed partial record RegionMarker(string Name, RegionMeaning Meaning, IReadOnlyList<string> Partners, RegionFault Fault)
{
    public static RegionMarker Read(string line)
    {
        var match = Opening().Match(line);
        var written = match.Success ? match.Groups["name"].Value : line;
        var name = MarkerName.Normalise(written);
        var fault = match.Success ? RegionFault.None : RegionFault.Unreadable;
        fault = MarkerName.HidesCharacters(line) || MarkerName.Imitates(name) is not null ? RegionFault.LooksAlike : fault;
        var partners = new List<string>();
        foreach (Match attribute in Attribute().Matches(match.Groups["attributes"].Value))
        {
            var value = attribute.Groups["value"].Value.Trim('"', '\'');
            if (name is "partner" && attribute.Groups["key"].Value == "partners")
            {
                partners.AddRange(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                fault = partners.Count == 0 ? RegionFault.Unreadable : fault;
            }
            else if (name is "partner" or "internal")
            {
                fault = fault == RegionFault.None ? RegionFault.UnknownAttribute : fault;
            }
        }

        var meaning = name switch
        {
            "internal" => RegionMeaning.Hide,
            _ when fault != RegionFault.None => RegionMeaning.Hide,
            "partner" => RegionMeaning.Show,
            _ when KnownContainers.Transparent.Contains(name) => RegionMeaning.Pass,
            _ when KnownContainers.Opaque.Contains(name) => RegionMeaning.Hide,
            _ => RegionMeaning.Hide,
        };
        fault = fault == RegionFault.None && name is not ("partner" or "internal") && !KnownContainers.Has(name) ? RegionFault.Unknown : fault;
        return new RegionMarker(name, meaning, partners, fault);
    }

    /// <summary>The readers of the region's content; <paramref name="parent"/> is what they may be at most.</summary>
    public Readers Within(Readers parent, Readers ceiling) => Meaning switch
    {
        RegionMeaning.Show => (Partners.Count == 0 ? Readers.Audience : Readers.Only(Partners)).Within(ceiling),
        RegionMeaning.Pass => parent,
        _ => Readers.Nobody,
    };

    [GeneratedRegex("""^(?<name>[^\s{}]+)[ \t]*(\{(?<attributes>([ \t]*[A-Za-z][\w-]*=("[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))*)[ \t]*\})?[ \t]*$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex("""(?<key>[A-Za-z][\w-]*)=(?<value>"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+)""", RegexOptions.ExplicitCapture)]
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
    LooksAlike,
    Unreadable,
    UnknownAttribute,
}

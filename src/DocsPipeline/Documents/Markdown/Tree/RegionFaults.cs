using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown.Regions;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>What is wrong with the <c>:::</c> blocks of a body.</summary>
internal static class RegionFaults
{
    public static void Find(RegionMap map, ICollection<MarkdownFault> faults)
    {
        foreach (var (start, length) in map.Orphans)
        {
            faults.Add(new MarkdownFault(Catalogue.Markdown.ContainerIsNotClosed, new Place(start, length), "`:::` closes nothing",
                Note: "nothing of this document is published until every block has one opening and one closing line"));
        }

        foreach (var region in map.All)
        {
            var place = new Place(region.Start, region.Length);
            if (region.LastLine < 0)
            {
                faults.Add(
                    new MarkdownFault(
                        Catalogue.Markdown.ContainerIsNotClosed, place, $"`::: {region.Marker.Name}` is not closed",
                        Help: "add a line `:::` where it ends",
                    Note: "nothing of this document is published until it is clear where the block ends"));
            }

            if (Fault(region.Marker, place) is { } fault)
            {
                faults.Add(fault);
            }
        }
    }

    /// <summary>Blocks that only one of the two readings sees: in quotes, indented code, raw HTML.</summary>
    public static void Compare(RegionMap map, IEnumerable<RegionBlock> parsed, ICollection<MarkdownFault> faults)
    {
        var seen = parsed.ToDictionary(block => block.Line);
        foreach (
            var region in map.All.Where(
                region => !seen.ContainsKey(region.FirstLine) || (region.LastLine >= 0 && !seen[region.FirstLine].IsClosed)))
        {
            faults.Add(Ambiguous(new Place(region.Start, region.Length)));
        }

        var scanned = map.All.Select(region => region.FirstLine).ToHashSet();
        foreach (var block in seen.Values.Where(block => !scanned.Contains(block.Line)))
        {
            faults.Add(Ambiguous(new Place(block.Span.Start, 3)));
        }
    }

    private static MarkdownFault Ambiguous(Place place) => new(Catalogue.Markdown.ContainerIsAmbiguous, place,
        "`:::` block cannot be recognised here", "inside a quote, raw HTML or indented code, or closed at another depth",
        "put blank lines around it and let it begin at the start of a line",
        "nothing of this document is published while it is unclear what is internal");

    private static MarkdownFault? Fault(RegionMarker marker, Place place) => marker.Fault switch
    {
        RegionFault.LooksAlike => new MarkdownFault(Catalogue.Leaks.ContainerImitates, place,
            $"`{marker.Name}` only looks like `{MarkerName.Imitates(marker.Name) ?? marker.Name}`",
            Help: $"write `::: {MarkerName.Imitates(marker.Name) ?? marker.Name}`",
            Note: "a reviewer would take it for the real word; nothing of this document is published until it is"),
        RegionFault.Unknown => new MarkdownFault(Catalogue.Markdown.ContainerIsUnknown, place, $"container `{marker.Name}` is unknown",
            Help: "use `::: partner` or `::: internal`", Note: "its content stays internal"),
        RegionFault.UnknownNode => new MarkdownFault(
            Catalogue.Markdown.ContentStaysInternal, place, $"content of `{marker.Name}` stays internal"),
        RegionFault.Unreadable => new MarkdownFault(Catalogue.Leaks.MarkerIsUnreadable, place, "`:::` line cannot be read",
            Help: "write it like `::: partner {partners=\"acme\"}`", Note: "its content stays internal"),
        RegionFault.UnknownAttribute =>
            new MarkdownFault(Catalogue.Leaks.MarkerIsUnreadable, place, $"`::: {marker.Name}` has an attribute that is unknown",
            Help: "the only one is `partners`, of `::: partner`", Note: "its content stays internal"),
        RegionFault.TitleSpeaksOfReaders =>
            new MarkdownFault(Catalogue.Leaks.MarkerIsUnreadable, place, $"title of the {marker.Name} says that it is internal",
            Help: "write `::: internal`, or give it another title", Note: "its content stays internal"),
        _ => null,
    };
}

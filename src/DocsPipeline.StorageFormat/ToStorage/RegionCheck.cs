using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Markers of layouts and macros come in pairs, and a layout's section has as many cells as its kind. Where an edit broke that, what
/// belongs to what cannot be known, and no page is better than a guess.
/// </summary>
internal static class RegionCheck
{
    /// <summary>The first fault of a Markdown; <paramref name="before"/> is what it was edited from, null where it is new.</summary>
    public static ConversionFinding? Find(string markdown, string? before)
    {
        var after = Regions.Of(markdown);
        var pairs = before is null ? [] : Regions.Of(before).Pairs;
        bool HadMore(Region region) => pairs.GetValueOrDefault(region.Name) > after.Pairs.GetValueOrDefault(region.Name);
        return after.Faults
            .Concat(after.Open.Where(region => region.IsLayout || HadMore(region))
                .Select(region => region.Fault($"`{region.Begin}` has no end", $"put `{region.End}` back where it ended")))
            .Concat(after.Strays.Where(HadMore).Select(region => region.Stray))
            .OrderBy(fault => fault.Offset).Select(fault => ConversionFinding.At(
                FindingKind.StructureIsBroken, markdown, fault.Offset, fault.Message, fault.Help))
            .FirstOrDefault();
    }
}

using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Markers of layouts and macros come in pairs, and a layout's section has as many cells as its kind. Where an edit broke that, what
/// belongs to what cannot be known, and no page is better than a guess.
/// </summary>
internal static class EnclosureCheck
{
    /// <summary>The first fault of a Markdown; <paramref name="before"/> is what it was edited from, null where it is new.</summary>
    public static ConversionFinding? Find(string markdown, string? before)
    {
        var after = Enclosures.Of(markdown);
        return after.IsSound ? null : First(markdown, before, after);
    }

    private static ConversionFinding? First(string markdown, string? before, Enclosures after)
    {
        var old = before is null ? null : Enclosures.Of(before);
        var pairs = old?.Pairs ?? [];
        // A page of old may have such text; an edit does not bring it in.
        var homeless = after.Homeless.Count > (old?.Homeless.Count ?? 0) ? after.Homeless : [];
        bool HadMore(Enclosure enclosure) => pairs.GetValueOrDefault(enclosure.Name) > after.Pairs.GetValueOrDefault(enclosure.Name);
        return after.Faults.Concat(homeless)
            .Concat(after.Open.Where(enclosure => enclosure.MustEnd || HadMore(enclosure))
                .Select(enclosure => enclosure.Fault($"`{enclosure.Begin}` has no end", $"put `{enclosure.End}` back where it ended")))
            .Concat(after.Strays.Where(HadMore).Select(enclosure => enclosure.Stray))
            .OrderBy(fault => fault.Offset).Select(fault => ConversionFinding.At(
                FindingKind.StructureIsBroken, markdown, fault.Offset, fault.Message, fault.Help))
            .FirstOrDefault();
    }
}

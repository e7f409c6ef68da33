using System.Runtime.InteropServices;
using DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Writing;

/// <summary>Counts treatments. Writers note the exceptions only; everything else that stands in the tree was converted.</summary>
internal sealed class Treatments
{
    private readonly Dictionary<(string Name, Treatment Treatment), int> counts = [];

    public void Add(string name, Treatment treatment) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, (name, treatment), out _)++;

    public ConversionReport ReportOn(ExportSession session)
    {
        var tree = session.Tree;
        var macros = new Dictionary<string, int>(StringComparer.Ordinal);
        var byName = macros.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<int> plain = stackalloc int[(int)Element.ContentEntity + 1];
        for (var node = 1; node < tree.Count; node++)
        {
            var element = tree.ElementOf(node);
            if (element is Element.StructuredMacro or Element.Macro)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(byName, tree.RawAttribute(node, "ac:name"), out _)++;
            }
            else if (element == Element.Other)
            {
                Add(session.NameFor(node), Treatment.Converted);
            }
            else if (Counts(element))
            {
                plain[(int)element]++;
            }
        }

        foreach (var (name, count) in macros)
        {
            counts[($"macro:{Entities.Decode(name)}", Treatment.Converted)] = count;
        }

        for (var element = Element.P; element <= Element.ContentEntity; element++)
        {
            if (plain[(int)element] > 0)
            {
                counts[(ElementNames.NameOf(element), Treatment.Converted)] = plain[(int)element];
            }
        }

        var elements = counts
            .Select(entry => entry.Key.Treatment == Treatment.Converted
                ? new ElementTreatment(entry.Key.Name, Treatment.Converted, entry.Value - Others(entry.Key.Name))
                : new ElementTreatment(entry.Key.Name, entry.Key.Treatment, entry.Value))
            .Where(entry => entry.Count > 0)
            .OrderBy(entry => entry.Element, StringComparer.Ordinal)
            .ThenBy(entry => entry.Treatment)
            .ToList();
        return new ConversionReport(Sum(elements, Treatment.Converted), Sum(elements, Treatment.Preserved), Sum(elements, Treatment.Dropped), elements);
    }

    private static int Sum(List<ElementTreatment> elements, Treatment treatment) =>
        elements.Where(entry => entry.Treatment == treatment).Sum(entry => entry.Count);

    private int Others(string name) =>
        counts.GetValueOrDefault((name, Treatment.Preserved)) + counts.GetValueOrDefault((name, Treatment.Dropped));

    /// <summary>Parts of a larger element are not counted beside it.</summary>
    private static bool Counts(Element element) => element is not (Element.None or Element.Tbody or Element.Colgroup or Element.Col
        or Element.Parameter or Element.DefaultParameter or Element.RichTextBody or Element.PlainTextBody or Element.LinkBody
        or Element.PlainTextLinkBody or Element.TaskId or Element.TaskUuid or Element.TaskStatus or Element.TaskBody
        or Element.AdfNode or Element.AdfAttribute or Element.AdfContent or Element.AdfFallback or Element.AdfMark or >= Element.Page);
}

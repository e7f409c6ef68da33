using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Counts treatments. Writers note the exceptions only; everything else that stands in the tree was converted.</summary>
internal sealed class Treatments
{
    // By name, one for each treatment: a dictionary over a type of our own would be compiled anew at each start.
    private readonly Dictionary<string, int> preserved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> dropped = new(StringComparer.Ordinal);

    public void Add(string name, Treatment treatment)
    {
        var counts = treatment == Treatment.Preserved ? preserved : dropped;
        counts[name] = counts.GetValueOrDefault(name) + 1;
    }

    public ConversionReport ReportOn(StorageTree tree)
    {
        var elements = new List<ElementTreatment>(24);
        Span<int> known = stackalloc int[(int)Element.ContentEntity + 1];
        var others = Count(tree, known);
        foreach (var element in ElementNames.InOrder)
        {
            if (known[(int)element] > 0)
            {
                AddConverted(elements, ElementNames.NameOf(element), known[(int)element]);
            }
        }

        var inOrder = elements.Count;
        foreach (var (name, count) in others)
        {
            AddConverted(elements, name, count);
        }

        foreach (var (name, count) in preserved)
        {
            Add(elements, name, Treatment.Preserved, count);
        }

        foreach (var (name, count) in dropped)
        {
            Add(elements, name, Treatment.Dropped, count);
        }

        if (elements.Count > inOrder)
        {
            elements.Sort(static (left, right) => string.CompareOrdinal(left.Element, right.Element) is var order and not 0
                ? order
                : left.Treatment - right.Treatment);
        }

        return new ConversionReport(Sum(elements, Treatment.Converted), Sum(elements, Treatment.Preserved),
            Sum(elements, Treatment.Dropped), elements);
    }

    /// <summary>How many of each stand in the page: those that are known by number, and the others by name.</summary>
    private static Dictionary<string, int> Count(StorageTree tree, Span<int> known)
    {
        var others = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            var element = tree.ElementOf(node);
            if (element is Element.StructuredMacro or Element.Macro or Element.Other)
            {
                var name = NodeName.Of(tree, node);
                others[name] = others.GetValueOrDefault(name) + 1;
            }
            else if (Counts(element))
            {
                known[(int)element]++;
            }
        }

        return others;
    }

    private void AddConverted(List<ElementTreatment> elements, string name, int count) => Add(elements, name, Treatment.Converted,
        count - preserved.GetValueOrDefault(name) - dropped.GetValueOrDefault(name));

    private static void Add(List<ElementTreatment> elements, string name, Treatment treatment, int count)
    {
        if (count > 0)
        {
            elements.Add(new ElementTreatment(name, treatment, count));
        }
    }

    private static int Sum(List<ElementTreatment> elements, Treatment treatment)
    {
        var sum = 0;
        foreach (var element in elements)
        {
            sum += element.Treatment == treatment ? element.Count : 0;
        }

        return sum;
    }

    /// <summary>Parts of a larger element are not counted beside it.</summary>
    private static bool Counts(Element element) => element is not (Element.None or Element.Tbody or Element.Colgroup or Element.Col
        or Element.Parameter or Element.DefaultParameter or Element.RichTextBody or Element.PlainTextBody or Element.LinkBody
        or Element.PlainTextLinkBody or Element.TaskId or Element.TaskUuid or Element.TaskStatus or Element.TaskBody
        or Element.AdfNode or Element.AdfAttribute or Element.AdfContent or Element.AdfFallback or Element.AdfMark or >= Element.Page);
}

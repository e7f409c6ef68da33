using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The markers of a Markdown, matched as the reader would: an end is that of the innermost of its name.</summary>
internal sealed class Regions
{
    private const string Details = "details";

    private readonly List<Region> stack = [];

    /// <summary>Those without an end.</summary>
    public List<Region> Open { get; } = [];

    /// <summary>Ends that nothing began, of what may also be text.</summary>
    public List<Region> Strays { get; } = [];

    /// <summary>What cannot be a page, whatever it was before.</summary>
    public List<RegionFault> Faults { get; } = [];

    /// <summary>How many have both ends, by name.</summary>
    public Dictionary<string, int> Pairs { get; } = new(StringComparer.Ordinal);

    public static Regions Of(string markdown)
    {
        var regions = new Regions();
        var fence = "";
        for (var start = 0; start < markdown.Length;)
        {
            var end = markdown.IndexOf('\n', start) is var feed and >= 0 ? feed : markdown.Length;
            var line = markdown.AsSpan(start, end - start);
            var mark = FenceOf(line.TrimStart(" >-*"));
            if (fence.Length == 0 ? mark.Length > 0 : mark.StartsWith(fence, StringComparison.Ordinal) && IsBare(line))
            {
                fence = fence.Length == 0 ? mark : "";
            }
            else if (fence.Length == 0)
            {
                regions.Line(line, start);
            }

            start = end + 1;
        }

        regions.Open.AddRange(regions.stack);
        return regions;
    }

    private static string FenceOf(ReadOnlySpan<char> line)
    {
        var length = line.Length > 2 && line[0] is '`' or '~' ? line.Length - line.TrimStart(line[0]).Length : 0;
        return length > 2 && (line[0] == '~' || !line[length..].Contains('`')) ? new string(line[0], length) : "";
    }

    private static bool IsBare(ReadOnlySpan<char> line) => line.Trim(" >`~").IsEmpty;

    private void Line(ReadOnlySpan<char> line, int offset)
    {
        var text = line.TrimStart(" >");
        var at = offset + line.Length - text.Length;
        if (text.StartsWith(":::"))
        {
            Container(text, at);
        }
        else if (text.StartsWith("<details") || text.StartsWith("</details"))
        {
            FoldedPart(text, at);
        }
        else
        {
            Comments(line, offset);
        }
    }

    private void FoldedPart(ReadOnlySpan<char> text, int offset)
    {
        if (text[1] == '/' || !text.Contains("</details", StringComparison.Ordinal))
        {
            Take(new Region(Details, "<details>", "</details>", offset), text[1] == '/', isStrayFault: false);
        }
    }

    /// <summary>A line of colons: with a name it begins a container, without one it ends the innermost of as many.</summary>
    private void Container(ReadOnlySpan<char> text, int offset)
    {
        var colons = new string(':', text.Length - text.TrimStart(':').Length);
        var name = text.Trim(": ");
        name = name.IndexOfAny(" {") is var end && end >= 0 ? name[..end] : name;
        var begin = name.Length == 0 ? $"{colons} …" : $"{colons} {name}";
        Take(new Region(colons, begin, colons, offset), name.Length == 0, isStrayFault: false);
    }

    private void Comments(ReadOnlySpan<char> line, int offset)
    {
        for (var at = line.IndexOf("<!--"); at >= 0;)
        {
            var end = line[at..].IndexOf("-->");
            var comment = end < 0 ? line[at..] : line[at..(at + end + 3)];
            var isCode = line[..at].Count('`') % 2 == 1;
            if (!isCode && DirectiveTag.Parse(comment) is { IsEmpty: false } tag)
            {
                var region = new Region(tag.Name, $"<!-- {tag.Name} -->", tag.End, offset + at, tag["type"]);
                if (region.IsLayout && at > 0)
                {
                    Faults.Add(region.Fault($"`{comment}` stands within a list or a line of text",
                        "put it on a line of its own, with nothing in front of it"));
                }

                Take(region, tag.Closes, isStrayFault: true);
            }

            var next = line[(at + comment.Length)..].IndexOf("<!--");
            at = next < 0 ? -1 : at + comment.Length + next;
        }
    }

    private void Take(Region region, bool closes, bool isStrayFault)
    {
        if (!closes)
        {
            var holder = stack.FindLast(open => open.IsLayout)?.Name ?? "";
            if (region.Holder is { } demanded && demanded != holder)
            {
                Faults.Add(region.Fault(
                    demanded.Length == 0 ? $"`{region.Begin}` stands within another layout" : $"`{region.Begin}` stands in no `{demanded}`",
                    demanded.Length == 0 ? "end the layout in front of it first" : $"put `<!-- {demanded} -->` back where it began"));
            }

            stack.Add(region);
            return;
        }

        var began = stack.FindLastIndex(open => open.Name == region.Name);
        if (began >= 0)
        {
            Close(began);
        }
        else if (isStrayFault)
        {
            Faults.Add(region.Stray);
        }
        else
        {
            Strays.Add(region);
        }
    }

    /// <summary>What began within a region and did not end in it has no end: ends do not cross.</summary>
    private void Close(int began)
    {
        var region = stack[began];
        Open.AddRange(stack[(began + 1)..]);
        stack.RemoveRange(began, stack.Count - began);
        Pairs[region.Name] = Pairs.GetValueOrDefault(region.Name) + 1;
        if (region.Name == Region.Cell && stack.FindLast(open => open.Name == Region.Section) is { } section)
        {
            section.Cells++;
        }
        else if (region.Demand is { } demand && demand != region.Cells)
        {
            Faults.Add(region.Fault($"section `{region.Type}` needs {demand} cells and has {region.Cells}",
                $"put the markers `<!-- {Region.Cell} -->` and `<!-- /{Region.Cell} -->` back, or name a type that has as many cells"));
        }
    }
}

using System.Buffers;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The markers of a Markdown, matched as the reader would: an end is that of the innermost of its name.</summary>
internal sealed class Enclosures
{
    private const string Details = "details";

    private static readonly SearchValues<char> Marks = SearchValues.Create(" >-*+.)0123456789");

    private readonly List<Enclosure> stack = [];

    /// <summary>How many of each name are on it.</summary>
    private readonly Dictionary<string, int> standing = new(StringComparer.Ordinal);

    /// <summary>Those without an end.</summary>
    public List<Enclosure> Open { get; } = [];

    /// <summary>Ends that nothing began, of what may also be text.</summary>
    public List<Enclosure> Strays { get; } = [];

    /// <summary>What cannot be a page, whatever it was before.</summary>
    public List<EnclosureFault> Faults { get; } = [];

    /// <summary>Lines within a layout that stand in no cell.</summary>
    public List<EnclosureFault> Homeless { get; } = [];

    private int blanks;

    /// <summary>How many have both ends, by name.</summary>
    public Dictionary<string, int> Pairs { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether all that begins ends.</summary>
    public bool IsSound => Faults.Count + Homeless.Count + Open.Count + Strays.Count == 0;

    public static Enclosures Of(string markdown)
    {
        var found = new Enclosures();
        var fence = "";
        var comment = markdown.IndexOf("<!--", StringComparison.Ordinal);
        for (var start = 0; start < markdown.Length;)
        {
            var end = markdown.IndexOf('\n', start) is var feed and >= 0 ? feed : markdown.Length;
            var line = markdown.AsSpan(start, end - start);
            // The marker of an item may stand in front of what begins in it.
            var text = line[LengthOfMarks(line)..];
            found.blanks += text.IsWhiteSpace() && line.IsWhiteSpace() ? 1 : 0;
            found.Home(line, start);
            if (FenceOf(text) is { Length: > 0 } mark && (fence.Length == 0 || mark.StartsWith(fence, StringComparison.Ordinal)))
            {
                fence = fence.Length == 0 ? mark : IsBare(line) ? "" : fence;
            }
            else if (fence.Length == 0)
            {
                found.Line(line, text, start, hasComment: comment >= start && comment < end);
            }

            start = end + 1;
            comment = comment >= 0 && comment < start && start < markdown.Length
                ? markdown.IndexOf("<!--", start, StringComparison.Ordinal)
                : comment;
        }

        found.Open.AddRange(found.stack);
        return found;
    }

    private static string FenceOf(ReadOnlySpan<char> line)
    {
        var length = line.Length > 2 && line[0] is '`' or '~' ? line.Length - line.TrimStart(line[0]).Length : 0;
        return length > 2 && (line[0] == '~' || !line[length..].Contains('`')) ? new string(line[0], length) : "";
    }

    private static bool IsBare(ReadOnlySpan<char> line) => line.Trim(" >`~").IsEmpty;

    /// <summary>What stands in a layout stands in one of its cells.</summary>
    private void Home(ReadOnlySpan<char> line, int offset)
    {
        if (stack is [.., { IsLayout: true, Name: not Enclosure.Cell }] && !line.IsWhiteSpace() && !line.StartsWith("<!--"))
        {
            Homeless.Add(new EnclosureFault(offset, "text stands in a layout and in none of its cells",
                $"put it between `<!-- {Enclosure.Cell} -->` and `<!-- /{Enclosure.Cell} -->`"));
        }
    }

    private static int LengthOfMarks(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && line[length] is ' ' or '>' or '-' or '*' or '+')
        {
            length++;
        }

        return length;
    }

    private void Line(ReadOnlySpan<char> line, ReadOnlySpan<char> text, int offset, bool hasComment)
    {
        var at = offset + line.Length - text.Length;
        if (text.StartsWith(":::"))
        {
            Container(text, at);
        }
        else if (text.StartsWith("<") && (text.StartsWith("<details") || text.StartsWith("</details")))
        {
            FoldedPart(text, at);
        }
        else if (hasComment)
        {
            Comments(line, offset);
        }
    }

    private void FoldedPart(ReadOnlySpan<char> text, int offset)
    {
        if (text[1] == '/' || !text.Contains("</details", StringComparison.Ordinal))
        {
            Take(new Enclosure(Details, "<details>", "</details>", offset), text[1] == '/', isStrayFault: false);
        }
    }

    /// <summary>A line of colons: with a name it begins a container, without one it ends the innermost of as many.</summary>
    private void Container(ReadOnlySpan<char> text, int offset)
    {
        var colons = new string(':', ContainerLine.Colons(text));
        var beginning = ContainerLine.Parse(text);
        if (beginning is not null || text.Trim(": ").IsEmpty)
        {
            var begin = beginning is null ? $"{colons} …" : $"{colons} {beginning.Name}";
            Take(new Enclosure(colons, begin, colons, offset) { MustEnd = beginning?.IsAudience == true }, beginning is null,
                isStrayFault: false);
        }
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
                var enclosure = new Enclosure(tag.Name, $"<!-- {tag.Name} -->", tag.End, offset + at, tag["type"])
                {
                    Column = line[..at].ContainsAnyExcept(Marks) ? -1 : at,
                    Blanks = blanks,
                };
                if (enclosure.IsLayout && at > 0)
                {
                    Faults.Add(enclosure.Fault($"`{comment}` stands within a list or a line of text",
                        "put it on a line of its own, with nothing in front of it"));
                }

                if (tag.Name == DirectiveTag.StoragePrefix + BodyMark.Name && tag["kind"] is { } kind and not BodyMark.Plain)
                {
                    Faults.Add(enclosure.Fault($"`{StorageSession.Short(kind)}` is no kind of body",
                        $"write `kind=\"{BodyMark.Plain}\"`, or no kind for a rich one"));
                }

                Take(enclosure, tag.Closes, isStrayFault: true);
            }

            var next = line[(at + comment.Length)..].IndexOf("<!--");
            at = next < 0 ? -1 : at + comment.Length + next;
        }
    }

    private void Take(Enclosure enclosure, bool closes, bool isStrayFault)
    {
        if (!closes)
        {
            Begin(enclosure);
        }
        else if (standing.GetValueOrDefault(enclosure.Name) > 0)
        {
            Close(stack.FindLastIndex(open => open.Name == enclosure.Name), enclosure);
        }
        else if (isStrayFault)
        {
            Faults.Add(enclosure.Stray);
        }
        else
        {
            Strays.Add(enclosure);
        }
    }

    private void Begin(Enclosure enclosure)
    {
        if (enclosure.Holder is { } demanded && demanded != (stack.FindLast(open => open.IsLayout)?.Name ?? ""))
        {
            Faults.Add(demanded.Length == 0
                ? enclosure.Fault($"`{enclosure.Begin}` stands within another layout", "end the layout in front of it first")
                : enclosure.Fault($"`{enclosure.Begin}` stands in no `{demanded}`", $"put `<!-- {demanded} -->` back where it began"));
        }

        stack.Add(enclosure);
        standing[enclosure.Name] = standing.GetValueOrDefault(enclosure.Name) + 1;
    }

    /// <summary>What began within another and did not end in it has no end: ends do not cross.</summary>
    private void Close(int began, Enclosure end)
    {
        var enclosure = stack[began];
        if (enclosure.IsApartFrom(end))
        {
            Faults.Add(end.Fault($"`{end.End}` stands in another list, quote or line of text than `{end.Begin}`",
                "put both on lines of their own, one as far in as the other"));
        }

        for (var at = stack.Count - 1; at >= began; at--)
        {
            standing[stack[at].Name]--;
        }

        Open.AddRange(stack[(began + 1)..]);
        stack.RemoveRange(began, stack.Count - began);
        Pairs[enclosure.Name] = Pairs.GetValueOrDefault(enclosure.Name) + 1;
        if (enclosure.Name == Enclosure.Cell && stack.FindLast(open => open.Name == Enclosure.Section) is { } section)
        {
            section.Cells++;
        }
        else if (enclosure.Demand is { } demand && demand != enclosure.Cells)
        {
            Faults.Add(enclosure.Fault(
                $"section `{enclosure.Type}` needs {demand} cells and has {enclosure.Cells}",
                $"put the markers `<!-- {Enclosure.Cell} -->` and `<!-- /{Enclosure.Cell} -->` back, or name a type with as many cells"));
        }
    }
}

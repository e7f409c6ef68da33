using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat.ToStorage;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>What of a Markdown a person can take and change: blocks, items, rows, words.</summary>
internal sealed partial class MarkdownParts
{
    private readonly MarkdownDocument document;
    private readonly IReadOnlySet<string> unique;

    public MarkdownParts(string markdown, IReadOnlySet<string> unique)
    {
        (Markdown, this.unique) = (markdown, unique);
        Lines = markdown.TrimEnd('\n').Split('\n');
        document = MarkdownBodyReader.Parse(markdown);
        FindGroups();
        FindItems(document, 0);
        Rows = [.. Groups.Where(group => Lines[group.First].StartsWith('|') || IsDirective(group.First)).SelectMany(PipeRows)];
        HtmlRows = [.. Groups.Where(group => Lines[group.First].StartsWith("<table", StringComparison.Ordinal)).SelectMany(RowsOfHtml)];
    }

    public string Markdown { get; }

    public string[] Lines { get; }

    /// <summary>All that stands between blank lines, on the first level.</summary>
    public List<MarkdownPart> Groups { get; } = [];

    public List<MarkdownPart> Items { get; } = [];

    public List<MarkdownPart> Rows { get; }

    public List<MarkdownPart> HtmlRows { get; }

    /// <summary>Those that can be taken as a whole, and whose words can be found again.</summary>
    public List<MarkdownPart> Blocks => Groups.FindAll(group => IsWhole(group) && HasWords(group));

    public List<MarkdownPart> Paragraphs => Groups.FindAll(group => group is { Node: ParagraphBlock, Count: 1 } && HasWords(group));

    public List<MarkdownPart> Headings => Groups.FindAll(group => group is { Node: HeadingBlock, Count: 1 } && HasWords(group));

    /// <summary>Where words of running text stand, as offsets.</summary>
    public IEnumerable<Match> TextWords()
    {
        foreach (var literal in document.Descendants<LiteralInline>().Where(literal => literal.Span.Length > 0))
        {
            for (var word = Word().Match(Markdown, literal.Span.Start, literal.Span.Length); word.Success; word = word.NextMatch())
            {
                yield return word;
            }
        }

        foreach (var table in Groups.Where(group => Lines[group.First].StartsWith("<table", StringComparison.Ordinal) && IsWhole(group)))
        {
            var (start, end) = (Offset(table.First), Offset(table.Last + 1));
            foreach (Match word in TagText().Matches(Markdown).Where(match => match.Index > start && match.Index < end))
            {
                yield return word;
            }
        }
    }

    /// <summary>Where in a paragraph a person may press Enter: in front of a word that follows a space, and stands in no markup.</summary>
    public List<int> Breaks(MarkdownPart paragraph) =>
    [
        .. ((ParagraphBlock)paragraph.Node!).Inline!.OfType<LiteralInline>().Where(literal => literal.Span.Length > 0)
            .SelectMany(literal => Break().Matches(Markdown[literal.Span.Start..(literal.Span.End + 1)])
                .Select(match => literal.Span.Start + match.Index + 1)),
    ];

    public int Offset(int line) => Lines.Take(line).Sum(text => text.Length + 1);

    public HashSet<string> Words(int first, int last) => last < first ? [] : PageWords.Of(string.Join('\n', Lines[first..(last + 1)]));

    public HashSet<string> Words(MarkdownPart part) => Words(part.First, part.Last);

    public bool HasWords(MarkdownPart part) => Words(part).Overlaps(unique);

    /// <summary>
    /// The seam in front of a line between two blocks. Where its neighbours have no words of their own, those of farther ones tell of it.
    /// </summary>
    public Seam BlockSeam(int line)
    {
        var (before, after) = (Groups.FindLastIndex(group => group.Last < line), Groups.FindIndex(group => group.First >= line));
        var (first, last) = (before, after);
        while (before >= 0 && !HasWords(Groups[before]))
        {
            before--;
        }

        while (after >= 0 && after < Groups.Count && !HasWords(Groups[after]))
        {
            after++;
        }

        return new Seam(before < 0 ? [] : Words(Groups[before]), after < 0 || after == Groups.Count ? [] : Words(Groups[after]),
            before != first || after != last);
    }

    /// <summary>The seam in front of a line within a list or table.</summary>
    public Seam LineSeam(int line)
    {
        var (before, after) = (line - 1, line);
        while (before >= 0 && !Words(before, before).Overlaps(unique))
        {
            before--;
        }

        while (after < Lines.Length && !Words(after, after).Overlaps(unique))
        {
            after++;
        }

        return new Seam(before < 0 ? [] : Words(before, before), after == Lines.Length ? [] : Words(after, after), IsWithin: true);
    }

    /// <summary>The Markdown with other lines at a place.</summary>
    public string With(int at, int count, string[] text) => Text(With(Lines, at, count, text));

    public static string[] With(string[] lines, int at, int count, string[] text) => [.. lines[..at], .. text, .. lines[(at + count)..]];

    public static string Text(string[] lines) => string.Join('\n', lines).Trim('\n') + "\n";

    public static string Indent(string line) => line[..^line.TrimStart(' ').Length];

    /// <summary>What a list item begins with, its indent included.</summary>
    public static string Marker(string line) => ItemMarker().Match(line).Value;

    /// <summary>What an item of an ordered list begins with.</summary>
    public static string Number(string line) => ItemNumber().Match(line).Value;

    private bool IsWhole(MarkdownPart group)
    {
        var text = string.Join('\n', Lines[group.First..(group.Last + 1)]);
        return group.Node is not HtmlBlock
            || (text.StartsWith("<table", StringComparison.Ordinal) && text.EndsWith("</table>", StringComparison.Ordinal))
            || (text.StartsWith("<p", StringComparison.Ordinal) && text.EndsWith("</p>", StringComparison.Ordinal))
            || (IsDirective(group.First) && !text.Contains("\n<", StringComparison.Ordinal));
    }

    private bool IsDirective(int line) => Lines[line].StartsWith("<!-- storage:table", StringComparison.Ordinal);

    private void FindGroups()
    {
        foreach (var block in document)
        {
            var (first, last) = (block.Line, LastLine(block));
            if (Groups.Count > 0 && Groups[^1].Last >= first - 1)
            {
                Groups[^1] = Groups[^1] with { Last = last };
            }
            else
            {
                Groups.Add(new MarkdownPart(first, last, 0, Groups.Count, block));
            }
        }
    }

    private void FindItems(ContainerBlock container, int depth)
    {
        foreach (var list in container.OfType<ListBlock>())
        {
            foreach (var (index, item) in list.Cast<ListItemBlock>().Index())
            {
                var part = new MarkdownPart(item.Line, LastLine(item), list.Line + (depth * Lines.Length), index, item);
                if (Marker(Lines[part.First]).Length > 0 && HasWords(part))
                {
                    Items.Add(part);
                }

                FindItems(item, depth + 1);
            }
        }
    }

    private IEnumerable<MarkdownPart> PipeRows(MarkdownPart table)
    {
        var first = Array.FindIndex(Lines, table.First, line => line.StartsWith('|'));
        return first < 0 || first > table.Last
            ? []
            : Enumerable.Range(first, table.Last - first + 1).Where(line => line != first + 1)
                .Select((line, index) => new MarkdownPart(line, line, table.First, index, null)).Where(HasWords);
    }

    private IEnumerable<MarkdownPart> RowsOfHtml(MarkdownPart table)
    {
        var text = string.Join('\n', Lines[table.First..(table.Last + 1)]);
        if (text.Contains("rowspan", StringComparison.Ordinal) || text.LastIndexOf("<table", StringComparison.Ordinal) > 0)
        {
            return [];
        }

        var rows = Enumerable.Range(table.First, table.Count).Where(line => Lines[line].StartsWith("<tr", StringComparison.Ordinal));
        return rows.Select((line, index) => new MarkdownPart(line, Array.IndexOf(Lines, "</tr>", line), table.First, index, null))
            .Where(row => row.Last > row.First && HasWords(row));
    }

    private int LastLine(Block block)
    {
        var last = Markdown.AsSpan(0, Math.Clamp(block.Span.End, 0, Markdown.Length - 1)).Count('\n');
        while (last > block.Line && Lines[Math.Min(last, Lines.Length - 1)].Trim().Length == 0)
        {
            last--;
        }

        return Math.Min(last, Lines.Length - 1);
    }

    [GeneratedRegex(@"(?<![\\&\w])\p{L}[\p{L}\p{N}]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=(^|>)[^<>&\\\n]*)\b\p{L}[\p{L}\p{N}]*(?=[^<>&\\\n]*(<|$))", RegexOptions.Multiline)]
    private static partial Regex TagText();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}.,;:!?]) (?=\p{L})")]
    private static partial Regex Break();

    [GeneratedRegex(@"^ *[0-9]+[.)] ")]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"^ *([-*+]|[0-9]+[.)]) (\[[ x]\] )?(?=\S)")]
    private static partial Regex ItemMarker();
}

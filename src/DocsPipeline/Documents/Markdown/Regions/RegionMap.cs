using System.Text.RegularExpressions;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>
/// The <c>:::</c> blocks of a body, found line by line: a bare <c>:::</c> closes the innermost. Deliberately simpler than Markdown: what is
/// internal must be decidable without a Markdown parser, and wherever the parser sees other blocks than this scan, nothing is published.
/// </summary>
internal sealed partial class RegionMap
{
    private RegionMap()
    {
    }

    public IReadOnlyList<Region> Roots { get; private init; } = [];

    /// <summary>Offset and length of closing fences that close nothing.</summary>
    public IReadOnlyList<(int Start, int Length)> Orphans { get; private init; } = [];

    /// <summary>Offset of the first block that stands deeper than Markdown may be nested, or -1; the scan ends there.</summary>
    public int TooDeepAt { get; private init; } = -1;

    public IEnumerable<Region> All => Roots.SelectMany(region => region.All());

    public static RegionMap Scan(string text)
    {
        if (!text.Contains(":::", StringComparison.Ordinal))
        {
            return new RegionMap();
        }

        var roots = new List<Region>();
        var orphans = new List<(int, int)>();
        var open = new Stack<Region>();
        var fence = "";
        var number = 0;
        for (var start = 0; start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            var content = line.Trim();
            if (fence.Length > 0)
            {
                fence = Closes(StripMarks(line), fence) ? "" : fence;
            }
            else if (content.StartsWith(":::"))
            {
                var rest = content.TrimStart(':').Trim();
                var from = start + line.IndexOf(':');
                if (rest.Length > 0)
                {
                    var region = new Region(RegionMarker.Read(rest.ToString()), number, from, content.Length);
                    (open.TryPeek(out var parent) ? parent.Children : roots).Add(region);
                    open.Push(region);
                    if (open.Count > MarkdownPipelines.MaxDepth)
                    {
                        return new RegionMap { TooDeepAt = from };
                    }
                }
                else if (open.TryPop(out var closed))
                {
                    closed.LastLine = number;
                }
                else
                {
                    orphans.Add((from, content.Length));
                }
            }
            else
            {
                fence = Opens(StripMarks(line));
            }

            start = end + 1;
        }

        return new RegionMap { Roots = roots, Orphans = orphans };
    }

    // Quote and list marks may stand before a code fence: "- ```".
    private static ReadOnlySpan<char> StripMarks(ReadOnlySpan<char> line)
    {
        foreach (var match in Marks().EnumerateMatches(line))
        {
            return line[match.Length..].Trim();
        }

        return line.Trim();
    }

    private static string Opens(ReadOnlySpan<char> content)
    {
        var length = content.Length > 0 && content[0] is '`' or '~' ? content.IndexOfAnyExcept(content[0]) : 0;
        length = length < 0 ? content.Length : length;
        return length >= 3 && (content[0] == '~' || !content[length..].Contains('`')) ? content[..length].ToString() : "";
    }

    private static bool Closes(ReadOnlySpan<char> content, string fence) =>
        content.Length >= fence.Length && content.IndexOfAnyExcept(fence[0]) < 0;

    [GeneratedRegex(@"^([ \t]*(>|[-*+][ \t]|\d{1,9}[.)][ \t]))+")]
    private static partial Regex Marks();
}

using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Markers of layouts and macros come in pairs, and a layout's section has as many cells as its kind. Where an edit broke that, what
/// belongs to what cannot be known, and no page is better than a guess.
/// </summary>
internal static class RegionCheck
{
    private const string Section = "storage:layout-section";
    private const string Cell = "storage:layout-cell";

    /// <summary>The first fault of a Markdown; <paramref name="before"/> is what it was edited from, null where it is new.</summary>
    public static ConversionFinding? Find(string markdown, string? before)
    {
        var after = Regions.Of(markdown);
        if (after.Stray is { } stray)
        {
            return Broken(markdown, stray.Offset, $"`{stray.Tag.End}` ends what nothing began",
                $"put `<!-- {stray.Tag.Name} -->` back where it began, or take this line out");
        }

        var pairs = before is null || after.Open.Count == 0 ? [] : Regions.Of(before).Pairs;
        foreach (var open in after.Open)
        {
            if (open.Tag.Name.StartsWith("storage:layout", StringComparison.Ordinal)
                || (pairs.GetValueOrDefault(open.Tag.Name) > after.Pairs.GetValueOrDefault(open.Tag.Name)))
            {
                return Broken(
                    markdown, open.Offset, $"`<!-- {open.Tag.Name} … -->` has no end", $"put `{open.Tag.End}` back where it ended");
            }
        }

        return after.Sections.Find(section => CellsOf(section.Tag["type"]) is { } cells && cells != section.Cells) is { } wrong
            ? Broken(markdown, wrong.Offset,
                $"section `{wrong.Tag["type"]}` needs {CellsOf(wrong.Tag["type"])} cells and has {wrong.Cells}",
                $"put the markers `<!-- {Cell} -->` and `<!-- /{Cell} -->` back, or name a type that has as many cells")
            : null;
    }

    /// <summary>How many cells a kind of section has; null for one that is not known.</summary>
    private static int? CellsOf(string? type) => type switch
    {
        "single" or "fixed-width" => 1,
        "two_equal" or "two_left_sidebar" or "two_right_sidebar" => 2,
        "three_equal" or "three_with_sidebars" or "three_left_sidebars" or "three_right_sidebars" => 3,
        "four_equal" => 4,
        "five_equal" => 5,
        _ => null,
    };

    private static ConversionFinding Broken(string markdown, int offset, string message, string help) =>
        ConversionFinding.At(FindingKind.StructureIsBroken, markdown, offset, message, help);

    /// <summary>A marker that began something.</summary>
    private sealed class Region(DirectiveTag tag, int offset)
    {
        public DirectiveTag Tag { get; } = tag;

        public int Offset { get; } = offset;

        public int Cells { get; set; }
    }

    private sealed class Regions
    {
        /// <summary>Those without an end, outermost first.</summary>
        public List<Region> Open { get; } = [];

        public List<Region> Sections { get; } = [];

        /// <summary>How many have both ends, by name.</summary>
        public Dictionary<string, int> Pairs { get; } = new(StringComparer.Ordinal);

        /// <summary>The first end that nothing began.</summary>
        public Region? Stray { get; private set; }

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
            for (var at = line.IndexOf("<!--"); at >= 0;)
            {
                var end = line[at..].IndexOf("-->");
                var comment = end < 0 ? line[at..] : line[at..(at + end + 3)];
                if (DirectiveTag.Parse(comment) is { } tag)
                {
                    Take(tag, offset + at);
                }

                var next = line[(at + comment.Length)..].IndexOf("<!--");
                at = next < 0 ? -1 : at + comment.Length + next;
            }
        }

        private void Take(DirectiveTag tag, int offset)
        {
            if (!tag.Closes)
            {
                if (!tag.IsEmpty)
                {
                    Open.Add(new Region(tag, offset));
                }

                return;
            }

            var began = Open.FindLastIndex(region => region.Tag.Name == tag.Name);
            if (began < 0)
            {
                Stray ??= new Region(tag, offset);
                return;
            }

            Pairs[tag.Name] = Pairs.GetValueOrDefault(tag.Name) + 1;
            if (tag.Name == Cell && Open.FindLast(region => region.Tag.Name == Section) is { } section)
            {
                section.Cells++;
            }
            else if (tag.Name == Section)
            {
                Sections.Add(Open[began]);
            }

            Open.RemoveAt(began);
        }
    }
}

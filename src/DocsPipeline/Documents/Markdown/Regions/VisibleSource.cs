using DocsPipeline.Documents.Kinds;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>
/// The body as one reader may know it: every line of a block that is not for the reader is blank, at the same offsets. Link definitions,
/// list structure and heading numbers are then worked out from what is left, so that nothing hidden can bend what is shown.
/// </summary>
internal static class VisibleSource
{
    public static string For(string body, RegionMap regions, PublicationRule rule, Reader reader)
    {
        var start = rule == PublicationRule.Whole ? Readers.Audience : Readers.Nobody;
        if (rule == PublicationRule.Never)
        {
            return "";
        }

        if (regions.Roots.Count == 0)
        {
            return start.MayKnow(reader) ? body : "";
        }

        var visible = new bool[body.AsSpan().Count('\n') + 1];
        Mark(visible, (0, visible.Length - 1), regions.Roots, start, Readers.Audience, reader);
        return Blank(body, visible);
    }

    private static void Mark(bool[] visible, (int First, int Last) lines, IReadOnlyList<Region> regions, Readers here, Readers ceiling, Reader reader)
    {
        Array.Fill(visible, here.MayKnow(reader), lines.First, lines.Last - lines.First + 1);
        foreach (var region in regions)
        {
            var inside = region.Marker.Within(here, ceiling);
            var last = region.LastLine < 0 ? lines.Last : region.LastLine;
            Mark(visible, (region.FirstLine, last), region.Children, inside, region.Marker.Meaning == RegionMeaning.Pass ? ceiling : inside, reader);
            if (region.Marker.Meaning == RegionMeaning.Pass && region.LastLine >= 0)
            {
                visible[region.FirstLine] = visible[region.LastLine] = true;
            }
        }
    }

    private static string Blank(string body, bool[] visible) => string.Create(body.Length, (body, visible), static (text, source) =>
    {
        var line = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = source.body[index];
            text[index] = source.visible[line] || character is '\n' or '\r' ? character : ' ';
            line += character == '\n' ? 1 : 0;
        }
    });
}

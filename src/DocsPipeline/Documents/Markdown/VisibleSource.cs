using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown.Regions;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Markdown;

/// <summary>
/// The body as one reader may know it: every line of a block that is not for the reader is blank, at the same offsets. Link definitions,
/// list structure and heading numbers are then worked out from what is left, so that nothing hidden can bend what is shown.
/// </summary>
internal static class VisibleSource
{
    /// <param name="tree">The whole body: its labels count, since it knows about lists and elements around a block and the scan does
    /// not.</param>
    public static string For(string body, DocumentTree tree, PublicationRule rule, Reader reader)
    {
        var regions = tree.Regions;
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
        var labels = tree.Outline.Regions.ToDictionary(region => region.Place.Start, region => region.Readers);
        Mark(visible, (0, visible.Length - 1), regions.Roots, start, labels, reader);
        return Blank(body, visible);
    }

    // Answers whether anything there is visible: the fences of a panel go with what it holds.
    private static bool Mark(
        bool[] visible, (int First, int Last) lines, IReadOnlyList<Region> regions, Readers here, Dictionary<int, Readers> labels,
        Reader reader)
    {
        var any = here.MayKnow(reader);
        Array.Fill(visible, any, lines.First, lines.Last - lines.First + 1);
        foreach (var region in regions)
        {
            var inside = labels.GetValueOrDefault(region.Start, Readers.Nobody);
            var shows = Mark(visible, (region.FirstLine, region.LastLine), region.Children, inside, labels, reader);
            visible[region.FirstLine] = visible[region.LastLine] = shows;
            any |= shows;
        }

        return any;
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

using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Parsers;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// The lines of a document that may end a container: nothing but colons, behind the marks of lists and quotes. A container begins only
/// where one is left for it, so that thousands of beginnings without ends do not stand in one another.
/// </summary>
internal sealed class ContainerEnds
{
    private static readonly object Key = typeof(ContainerEnds);

    /// <summary>Where such lines begin, in order, for each number of colons.</summary>
    private readonly Dictionary<int, List<int>> places = [];

    private ContainerEnds(string markdown)
    {
        for (var at = markdown.IndexOf(":::", StringComparison.Ordinal); at >= 0;)
        {
            var end = markdown.IndexOf('\n', at) is var feed and >= 0 ? feed : markdown.Length;
            var line = markdown.AsSpan(at, end - at).TrimEnd();
            if (ContainerLine.Colons(line) == line.Length)
            {
                (places.TryGetValue(line.Length, out var found) ? found : places[line.Length] = []).Add(at);
            }

            at = markdown.IndexOf(":::", end, StringComparison.Ordinal);
        }
    }

    /// <summary>Whether a container of that many colons that begins at this line may have an end of its own.</summary>
    public static bool IsLeftFor(int colons, BlockProcessor processor)
    {
        var (open, depth) = (0, 0);
        for (var block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            depth += block is FencedContainer ? 1 : 0;
            open += block is FencedContainer container && container.Colons == colons ? 1 : 0;
        }

        if (depth >= ConversionLimits.Depth)
        {
            return false;
        }

        if (processor.Document.GetData(Key) is not ContainerEnds ends)
        {
            ends = new ContainerEnds(processor.Line.Text);
            processor.Document.SetData(Key, ends);
        }

        return ends.places.TryGetValue(colons, out var places)
            && places.BinarySearch(processor.Line.Start) is var at && places.Count - (at < 0 ? ~at : at) > open;
    }
}

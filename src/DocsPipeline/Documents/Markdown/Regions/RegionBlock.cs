using Markdig.Parsers;
using Markdig.Syntax;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>A <c>:::</c> block as the Markdown parser sees it.</summary>
internal sealed class RegionBlock(BlockParser parser, string opening) : ContainerBlock(parser)
{
    public RegionMarker Marker { get; } = RegionMarker.Read(opening);

    /// <summary>Whether its own closing fence was met, and not merely the end of what surrounds it.</summary>
    public bool IsClosed { get; set; }
}

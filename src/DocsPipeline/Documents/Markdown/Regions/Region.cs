namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>A <c>:::</c> block of the source: its lines (from 0, both ends included), the place of its opening line, and the blocks
/// inside.</summary>
internal sealed class Region(RegionMarker marker, int firstLine, int start, int length)
{
    public RegionMarker Marker { get; } = marker;

    public int FirstLine { get; } = firstLine;

    /// <summary>The line of the closing fence; -1 while it has none.</summary>
    public int LastLine { get; set; } = -1;

    public int Start { get; } = start;

    public int Length { get; } = length;

    public List<Region> Children { get; } = [];

    public IEnumerable<Region> All() => Children.SelectMany(child => child.All()).Prepend(this);
}

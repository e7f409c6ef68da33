using System.Text;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Reading;

/// <summary>An element that is open: the tag or directive that opened it, and the storage inside so far.</summary>
internal sealed record Frame(string Name, HtmlTag? Tag)
{
    public StringBuilder Body { get; } = new();
}

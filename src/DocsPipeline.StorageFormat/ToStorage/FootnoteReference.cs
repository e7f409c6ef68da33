using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary><c>[^name]</c> in the text, whether a note of this name exists or not.</summary>
internal sealed class FootnoteReference(string name) : LeafInline
{
    public string Name { get; } = name;
}

using Markdig.Parsers;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary><c>[^name]: …</c>, where it stands in the document.</summary>
internal sealed class FootnoteDefinition(BlockParser parser, string name) : ContainerBlock(parser)
{
    public string Name { get; } = name;
}

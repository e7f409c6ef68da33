using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>Who may read the nodes that are built now, and at most those inside the next <c>:::</c> block.</summary>
internal readonly record struct Scope(Readers Here, Readers Ceiling)
{
    /// <summary>Inside an ordinary element nothing can widen: where the element is internal, so are the blocks in it.</summary>
    public Scope Inside => this with { Ceiling = Here };
}

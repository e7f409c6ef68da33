using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>A stretch of a document's body: offset and length in characters.</summary>
public readonly record struct Place(int Start, int Length);

/// <summary>
/// A piece of a document, labelled with its readers. The set of nodes is closed: what has no node here cannot be published.
/// </summary>
public abstract record Node(Readers Readers, Place Place)
{
    public virtual IReadOnlyList<Node> Children => [];

    /// <summary>The same node around other children.</summary>
    public virtual Node With(IReadOnlyList<Node> children) => this;

    /// <summary>This node and everything below it, in the order of the text.</summary>
    public IEnumerable<Node> All()
    {
        var pending = new Stack<Node>([this]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            for (var child = node.Children.Count - 1; child >= 0; child--)
            {
                pending.Push(node.Children[child]);
            }
        }
    }
}

public sealed record TextNode(string Text, Readers Readers, Place Place) : Node(Readers, Place);

/// <summary>An element of <see cref="Html.HtmlVocabulary"/> with attributes from it.</summary>
public sealed record ElementNode(
    string Tag, IReadOnlyList<KeyValuePair<string, string>> Attributes, IReadOnlyList<Node> Content, Readers Readers, Place Place)
    : Node(Readers, Place)
{
    public override IReadOnlyList<Node> Children => Content;

    public override Node With(IReadOnlyList<Node> children) => this with { Content = children };
}

/// <summary>A heading, level 1 to 6; its anchor depends on the headings before it that the same reader sees.</summary>
public sealed record HeadingNode(int Level, IReadOnlyList<Node> Content, Readers Readers, Place Place) : Node(Readers, Place)
{
    public override IReadOnlyList<Node> Children => Content;

    public override Node With(IReadOnlyList<Node> children) => this with { Content = children };
}

/// <summary>A link whose target is as it was written; <see cref="Node.Place"/> is the target's where the source has one.</summary>
public sealed record LinkNode(string Target, IReadOnlyList<Node> Content, Readers Readers, Place Place) : Node(Readers, Place)
{
    public override IReadOnlyList<Node> Children => Content;

    public override Node With(IReadOnlyList<Node> children) => this with { Content = children };
}

/// <summary>An image; width and height in CSS pixels where the author gave them.</summary>
public sealed record ImageNode(string Target, string Alt, int? Width, int? Height, Readers Readers, Place Place) : Node(Readers, Place);

public sealed record CodeNode(string Language, string Text, Readers Readers, Place Place) : Node(Readers, Place);

/// <summary>A <c>:::</c> block: it narrows its readers and shows nothing of its own.</summary>
public sealed record RegionNode(string Name, IReadOnlyList<string> Partners, IReadOnlyList<Node> Content, Readers Readers, Place Place)
    : Node(Readers, Place)
{
    /// <summary>Whether its opening line is wrong, for which there is a fault already.</summary>
    public bool IsFaulty { get; init; }

    public override IReadOnlyList<Node> Children => Content;

    public override Node With(IReadOnlyList<Node> children) => this with { Content = children };
}

/// <summary>Something that is not known, or known to stay inside: a place without content.</summary>
public sealed record HiddenNode(Place Place) : Node(Readers.Nobody, Place)
{
    internal Directive? Directive { get; init; }
}

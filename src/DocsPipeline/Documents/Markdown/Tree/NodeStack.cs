using System.Collections.Frozen;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown.Html;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>
/// Collects the nodes of one run of siblings while raw HTML opens and closes elements around them. An element that is not allowed
/// swallows everything up to its end.
/// </summary>
internal sealed class NodeStack
{
    // Elements that have no end, beside those that may be published.
    private static readonly FrozenSet<string> Empty = new[]
    {
        "col", "input", "embed", "link", "meta", "base", "wbr", "area", "source", "track", "param", "frame",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Readers readers;
    private readonly ICollection<MarkdownFault> faults;
    private Frame top;
    private bool isTooDeep;

    /// <param name="readers">Of the nodes that raw HTML makes.</param>
    /// <param name="faults">Where what is wrong goes.</param>
    /// <param name="parent">The element around the siblings; empty at the top of a document.</param>
    public NodeStack(Readers readers, ICollection<MarkdownFault> faults, string parent)
    {
        (this.readers, this.faults) = (readers, faults);
        top = new Frame(null, null, parent, default);
    }

    /// <summary>How many elements stand around the next node, the one around the siblings among them.</summary>
    public int Depth => top.Depth;

    /// <summary>Which element the next node will stand in; empty at the top of a document.</summary>
    public string Parent => top.Tag;

    public void Add(Node node)
    {
        var frame = top;
        if (frame.IsHidden)
        {
            return;
        }

        var tag = TagOf(node);
        if (frame.Tag == "p" && tag is not null && HtmlVocabulary.Block.Contains(tag))
        {
            frame.Tag = "div";
        }

        if (frame.Tag == "table" && tag == "tr")
        {
            AddRow(frame, (ElementNode)node);
        }
        else if (tag is null || HtmlVocabulary.Allows(frame.Tag, tag))
        {
            frame.Children.Add(node);
        }
        else if (node is not TextNode text || !string.IsNullOrWhiteSpace(text.Text))
        {
            faults.Add(new MarkdownFault(Catalogue.Markdown.HtmlIsNotAllowed, node.Place, frame.Tag.Length == 0
                ? $"`<{tag}>` cannot stand by itself"
                : $"{(tag.Length == 0 ? "text" : $"`<{tag}>`")} cannot stand in `<{frame.Tag}>`"));
            frame.Children.Add(new HiddenNode(node.Place));
        }
    }

    public void AddRaw(HtmlToken token, int offset)
    {
        // Nothing of the document is published then, so that what follows needs no place.
        if (isTooDeep)
        {
            return;
        }

        var place = new Place(offset + token.Start, token.Length);
        switch (token)
        {
            case HtmlText text when text.Text.Contains('\n', StringComparison.Ordinal) && string.IsNullOrWhiteSpace(text.Text)
                && !HtmlVocabulary.Phrasing.Contains(Parent):
                break;
            case HtmlText text:
                Add(new TextNode(text.Text, readers, place));
                break;
            case HtmlOpenTag tag:
                Open(tag, place);
                break;
            case HtmlCloseTag tag:
                Close(tag.Name, place);
                break;
            case HtmlComment comment:
                AddComment(comment, place);
                break;
            default:
                faults.Add(new MarkdownFault(
                    Catalogue.Markdown.HtmlIsNotAllowed, place, "markup is not allowed here",
                    Help: "write `&lt;` where the character `<` is meant"));
                Add(new HiddenNode(place));
                break;
        }
    }

    public IReadOnlyList<Node> Finish()
    {
        while (top.Opening is { } opening)
        {
            PopUnclosed(opening);
        }

        return top.Children;
    }

    private void Open(HtmlOpenTag tag, Place place)
    {
        var known = HtmlVocabulary.Has(tag.Name) || tag.Name is "colgroup" or "col";
        if (!known)
        {
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.HtmlIsNotAllowed, place, $"`<{tag.Name}>` is not allowed", Note: "its content stays internal"));
        }
        else if (SourceAttributes.Sort(tag).Refused is { } refused)
        {
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.HtmlIsNotAllowed, place, $"attribute `{refused}` of `<{tag.Name}>` is not allowed",
                Note: "the element stays internal"));
            known = false;
        }

        var carried = known ? RawElement.Carries(tag) : null;
        if (carried is not null)
        {
            faults.Add(new MarkdownFault(Catalogue.Markdown.ContentStaysInternal, place, $"content of `{carried}` stays internal"));
        }

        if (top.Depth > MarkdownPipelines.MaxDepth)
        {
            isTooDeep = true;
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.ExceedsLimits, place, $"elements are nested deeper than {MarkdownPipelines.MaxDepth} levels"));
            return;
        }

        top = new Frame(top, tag, tag.Name, place) { IsHidden = !known || carried is not null || tag.Name is "colgroup" or "col" };
        if (tag.SelfClosing || HtmlVocabulary.Void.Contains(tag.Name) || Empty.Contains(tag.Name))
        {
            Pop();
        }
    }

    private void AddComment(HtmlComment comment, Place place)
    {
        var children = top.Children;
        if (Directive.Read(comment.Text) is not { IsEmpty: false } directive)
        {
            Add(new HiddenNode(place));
        }
        else if (!directive.IsEnd)
        {
            var opening = new HiddenNode(place) { Directive = directive };
            Add(opening);
            top.Begin(opening);
        }
        else if (top.End(directive.Name) is >= 0 and var begin)
        {
            var opening = (HiddenNode)children[begin];
            if (!opening.Directive!.ShowsBody && children.Count > begin + 1)
            {
                faults.Add(new MarkdownFault(
                    Catalogue.Markdown.ContentStaysInternal, opening.Place, $"content of macro `{directive.Name}` stays internal"));
                children.RemoveRange(begin + 1, children.Count - begin - 1);
            }

            children[begin] = new HiddenNode(opening.Place);
        }
        else if (!top.IsHidden)
        {
            faults.Add(new MarkdownFault(Catalogue.Markdown.ContainerIsAmbiguous, place, $"`/{directive.Name}` closes nothing",
                Note: "nothing of this document is published while it is unclear what is internal"));
        }
    }

    private void Close(string name, Place place)
    {
        if (HtmlVocabulary.Void.Contains(name) || !top.IsInside(name))
        {
            faults.Add(new MarkdownFault(Catalogue.Markdown.HtmlIsNotBalanced, place, $"`</{name}>` closes nothing"));
            return;
        }

        while (top.Opening is { } opening && opening.Name != name)
        {
            PopUnclosed(opening);
        }

        Pop();
    }

    private void PopUnclosed(HtmlOpenTag opening)
    {
        faults.Add(new MarkdownFault(
            Catalogue.Markdown.HtmlIsNotBalanced, top.Place, $"`<{opening.Name}>` is not closed", Help: $"add `</{opening.Name}>`"));
        Pop();
    }

    private void Pop()
    {
        var frame = top;
        top = frame.Outer!;
        MacroTitle.Check(frame.Opening!, frame.Children, frame.Place, faults);
        Add(frame.IsHidden ? new HiddenNode(frame.Place)
            : RawElement.Create(frame.Opening!, frame.Tag, frame.Children, readers, frame.Place));
    }

    private void AddRow(Frame table, ElementNode row)
    {
        if (table.Children is [.., ElementNode { Tag: "tbody" } body])
        {
            if (body.Content != table.Rows)
            {
                table.Rows = [.. body.Content];
                table.Children[^1] = body with { Content = table.Rows };
            }

            table.Rows!.Add(row);
        }
        else
        {
            table.Children.Add(new ElementNode("tbody", [], [row], readers, row.Place));
        }
    }

    // Null: the node may stand anywhere, because it shows nothing itself or its children were checked where they were added.
    private static string? TagOf(Node node) => node switch
    {
        ElementNode element => element.Tag,
        HeadingNode heading => $"h{heading.Level}",
        LinkNode => "a",
        ImageNode => "img",
        CodeNode => "pre",
        TextNode => "",
        RegionNode or HiddenNode => null,
        _ => "unknown",
    };

    // One is made for every paragraph and every cell: what few need is made when it is needed.
    private sealed class Frame(Frame? outer, HtmlOpenTag? opening, string tag, Place place)
    {
        private Dictionary<string, Stack<(int Index, HiddenNode Node)>>? begun;

        public Frame? Outer { get; } = outer;

        public int Depth { get; } = outer is null ? 1 : outer.Depth + 1;

        /// <summary>Null for the element around the siblings.</summary>
        public HtmlOpenTag? Opening { get; } = opening;

        public string Tag { get; set; } = tag;

        public Place Place { get; } = place;

        public List<Node> Children { get; } = [];

        public bool IsHidden { get; init; }

        /// <summary>The rows of the table's last body, while they are still being added.</summary>
        public List<Node>? Rows { get; set; }

        /// <summary>Whether an element of the name was opened and is still open; at most as many steps as elements may be
        /// nested.</summary>
        public bool IsInside(string name) => Opening?.Name == name || (Outer?.IsInside(name) ?? false);

        /// <summary>Remembers where the comment that was just added stands.</summary>
        public void Begin(HiddenNode opening)
        {
            if (Children.Count > 0 && ReferenceEquals(Children[^1], opening))
            {
                begun ??= new(StringComparer.Ordinal);
                var same = begun.GetValueOrDefault(opening.Directive!.Name) ?? (begun[opening.Directive.Name] = new());
                same.Push((Children.Count - 1, opening));
            }
        }

        /// <summary>Where the last comment of the name stands that is still open; -1 where there is none.</summary>
        public int End(string name)
        {
            while (begun is not null && begun.TryGetValue(name, out var same) && same.TryPop(out var last))
            {
                if (last.Index < Children.Count && ReferenceEquals(Children[last.Index], last.Node))
                {
                    return last.Index;
                }
            }

            return -1;
        }
    }
}

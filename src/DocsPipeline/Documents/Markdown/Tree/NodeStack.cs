using System.Collections.Frozen;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown.Html;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>
/// Collects the nodes of one run of siblings while raw HTML opens and closes elements around them. An element that is not allowed
/// swallows everything up to its end.
/// </summary>
internal sealed class NodeStack(Readers readers, ICollection<MarkdownFault> faults, string parent)
{
    // Elements that have no end, beside those that may be published.
    private static readonly FrozenSet<string> Empty = new[]
    {
        "col", "input", "embed", "link", "meta", "base", "wbr", "area", "source", "track", "param", "frame",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Stack<Frame> frames = new([new Frame(null, parent, default, [])]);
    private readonly Dictionary<string, int> opened = new(StringComparer.Ordinal);
    private bool isTooDeep;

    public int Depth => frames.Count;

    /// <summary>Which element the next node will stand in; empty at the top of a document.</summary>
    public string Parent => frames.Peek().Tag;

    public void Add(Node node)
    {
        var frame = frames.Peek();
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
        while (frames.Count > 1)
        {
            var frame = frames.Peek();
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.HtmlIsNotBalanced, frame.Place, $"`<{frame.Opening!.Name}>` is not closed",
                Help: $"add `</{frame.Opening.Name}>`"));
            Pop();
        }

        return frames.Peek().Children;
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

        if (frames.Count > MarkdownPipelines.MaxDepth)
        {
            isTooDeep = true;
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.ExceedsLimits, place, $"elements are nested deeper than {MarkdownPipelines.MaxDepth} levels"));
            return;
        }

        opened[tag.Name] = opened.GetValueOrDefault(tag.Name) + 1;
        var frame = new Frame(tag, tag.Name, place, []) { IsHidden = !known || carried is not null || tag.Name is "colgroup" or "col" };
        frames.Push(frame);
        if (tag.SelfClosing || HtmlVocabulary.Void.Contains(tag.Name) || Empty.Contains(tag.Name))
        {
            Pop();
        }
    }

    private void AddComment(HtmlComment comment, Place place)
    {
        var children = frames.Peek().Children;
        if (Directive.Read(comment.Text) is not { } directive)
        {
            Add(new HiddenNode(place));
        }
        else if (!directive.IsEnd)
        {
            var opening = new HiddenNode(place) { Directive = directive };
            Add(opening);
            frames.Peek().Begin(opening);
        }
        else if (frames.Peek().End(directive.Name) is >= 0 and var begin)
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
        else if (!frames.Peek().IsHidden)
        {
            faults.Add(new MarkdownFault(Catalogue.Markdown.ContainerIsAmbiguous, place, $"`/{directive.Name}` closes nothing",
                Note: "nothing of this document is published while it is unclear what is internal"));
        }
    }

    private void Close(string name, Place place)
    {
        if (HtmlVocabulary.Void.Contains(name) || opened.GetValueOrDefault(name) == 0)
        {
            faults.Add(new MarkdownFault(Catalogue.Markdown.HtmlIsNotBalanced, place, $"`</{name}>` closes nothing"));
            return;
        }

        while (frames.Peek().Opening!.Name != name)
        {
            var frame = frames.Peek();
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.HtmlIsNotBalanced, frame.Place, $"`<{frame.Opening!.Name}>` is not closed",
                Help: $"add `</{frame.Opening.Name}>`"));
            Pop();
        }

        Pop();
    }

    private void Pop()
    {
        var frame = frames.Pop();
        opened[frame.Opening!.Name]--;
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

    private sealed class Frame(HtmlOpenTag? opening, string tag, Place place, List<Node> children)
    {
        public HtmlOpenTag? Opening { get; } = opening;

        public string Tag { get; set; } = tag;

        public Place Place { get; } = place;

        public List<Node> Children { get; } = children;

        public bool IsHidden { get; init; }

        /// <summary>The rows of the table's last body, while they are still being added.</summary>
        public List<Node>? Rows { get; set; }

        private readonly Dictionary<string, Stack<(int Index, HiddenNode Node)>> begun = new(StringComparer.Ordinal);

        /// <summary>Remembers where the comment that was just added stands.</summary>
        public void Begin(HiddenNode opening)
        {
            if (Children.Count > 0 && ReferenceEquals(Children[^1], opening))
            {
                var same = begun.GetValueOrDefault(opening.Directive!.Name) ?? (begun[opening.Directive.Name] = new());
                same.Push((Children.Count - 1, opening));
            }
        }

        /// <summary>Where the last comment of the name stands that is still open; -1 where there is none.</summary>
        public int End(string name)
        {
            while (begun.TryGetValue(name, out var same) && same.TryPop(out var last))
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

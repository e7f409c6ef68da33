using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// The text of a stretch of inline nodes as a reader of the Markdown meets it, comment markers looked through, with signs where elements
/// begin and end; of each character where in the page it stands.
/// </summary>
internal sealed class LineText(StorageTree tree, Func<int, bool> isBare)
{
    /// <summary>A tag, whatever its name.</summary>
    public const char Tag = '\u0001';

    /// <summary>A tag or the mark of emphasis.</summary>
    public const char Emphasis = '\u0002';

    /// <summary>Markup of any kind.</summary>
    public const char Mark = '\u0003';

    /// <summary>A link. An address beside it could become one itself, and would then no longer be told from it.</summary>
    public const char Link = '\u0004';

    public const char LinkEnd = '\u0005';

    private readonly StringBuilder text = new();
    private readonly List<(int Start, int End)> places = [];

    public IReadOnlyList<(int Start, int End)> Places => places;

    public string Read(int first, int last)
    {
        for (var node = first; ; node = tree[node].Next)
        {
            Add(node);
            if (node == last)
            {
                return text.ToString();
            }
        }
    }

    private void Add(int node)
    {
        switch (tree[node].Kind)
        {
            case NodeKind.Text:
                AddText(tree.Outer(node), tree[node].Start, isEncoded: true);
                return;
            case NodeKind.CData:
                AddText(tree.Inner(node), tree[node].InnerStart, isEncoded: false);
                return;
        }

        // The span around the text of a task is not written.
        if (tree.ElementOf(node) == Element.InlineCommentMarker || isBare(node)
            || (tree.ElementOf(node) == Element.Span && tree.RawAttribute(node, "class") is "placeholder-inline-tasks"))
        {
            AddChildren(node);
            return;
        }

        var sign = SignOf(tree.ElementOf(node));
        AddSign(sign, tree[node].Start);
        if (sign != Tag || tree[node].FirstChild != 0)
        {
            var behind = text.Length;
            AddChildren(node);
            // In code a bracket closes nothing.
            _ = tree.ElementOf(node) == Element.Code ? text.Replace(']', '`', behind, text.Length - behind) : text;
            AddSign(sign == Link ? LinkEnd : sign, tree[node].End);
        }
    }

    private void AddChildren(int node)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            Add(child);
        }
    }

    private static char SignOf(Element element) => element switch
    {
        Element.Strong or Element.Em or Element.Del => Emphasis,
        Element.A or Element.Link => Link,
        Element.Code or Element.Sup => Mark,
        Element.Br or Element.Span or Element.Time or (>= Element.B and <= Element.Font) => Tag,
        _ => ElementPlacement.IsAlwaysBlock(element) ? '\n' : Mark,
    };

    private void AddSign(char sign, int place)
    {
        text.Append(sign);
        places.Add((place, place));
    }

    private void AddText(ReadOnlySpan<char> source, int start, bool isEncoded)
    {
        for (var at = 0; at < source.Length;)
        {
            var length = isEncoded && source[at] == '&' ? Entities.Read(source[at..], out var rune) : (rune = default).Value;
            var before = text.Length;
            _ = length > 0 ? text.Append(rune.ToString()) : text.Append(source[at]);
            length = Math.Max(length, 1);
            for (var count = before; count < text.Length; count++)
            {
                places.Add((start + at, start + at + length));
            }

            at += length;
        }
    }
}

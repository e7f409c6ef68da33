namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>An inline comment's marker around the old tokens [First, End), markers themselves not counted.</summary>
internal sealed record InlineMarker(string Start, int First, int End)
{
    public static List<InlineMarker> Of(List<InlineToken> tokens)
    {
        var markers = new List<InlineMarker>();
        var open = new Stack<(InlineToken Token, int First, int Order)>();
        var count = 0;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case InlineTokenKind.MarkerStart:
                    open.Push((token, count, markers.Count + open.Count));
                    break;
                case InlineTokenKind.MarkerEnd:
                    var (start, first, _) = open.Pop();
                    markers.Add(new InlineMarker(start.Bytes, first, count));
                    break;
                default:
                    count++;
                    break;
            }
        }

        return markers;
    }

    /// <summary>
    /// Writes the marker around the new tokens that stand where its old ones stood; inner markers come first. False where its words are
    /// gone.
    /// </summary>
    public bool Place(List<InlineToken> olds, List<InlineToken> news, int[] match, List<string> bytes)
    {
        var (from, to) = Range(olds, news, match);
        if (from < 0)
        {
            return false;
        }

        if (IsBalanced(news, from, to))
        {
            bytes[from] = Start + bytes[from];
            bytes[to] += "</ac:inline-comment-marker>";
            return true;
        }

        // One reference may stand on several stretches: one for each run of text between the tags.
        for (var at = from; at <= to; at++)
        {
            if (news[at].IsLeaf)
            {
                var last = at;
                while (last < to && news[last + 1].IsLeaf)
                {
                    last++;
                }

                bytes[at] = Start + bytes[at];
                bytes[last] += "</ac:inline-comment-marker>";
                at = last;
            }
        }

        return true;
    }

    /// <summary>Whether any of its words is there.</summary>
    public bool HasWords(List<InlineToken> olds, int[] match) =>
        Array.Exists(match, old => old >= First && old < End && !IsBlank(olds[old]));

    /// <summary>Whether more than half of its words are there.</summary>
    public bool Stands(List<InlineToken> olds, int[] match)
    {
        var words = Enumerable.Range(First, End - First).Where(at => olds[at].IsLeaf && !IsBlank(olds[at])).ToHashSet();
        return words.Count > 0 && match.Count(words.Contains) * 2 > words.Count;
    }

    private (int From, int To) Range(List<InlineToken> olds, List<InlineToken> news, int[] match)
    {
        var from = Array.FindIndex(match, old => old >= First && old < End && !IsBlank(olds[old]));
        var to = Array.FindLastIndex(match, old => old >= First && old < End && !IsBlank(olds[old]));
        if (from < 0)
        {
            // Every word was replaced: the marker goes to what stands in their place.
            from = Array.FindLastIndex(match, old => old >= 0 && old < First) + 1;
            to = Array.FindIndex(match, old => old >= End) is var next && next >= 0 ? next - 1 : news.Count - 1;
        }

        while (from <= to && (!news[from].IsLeaf || IsBlank(news[from])) && match[from] < First)
        {
            from++;
        }

        while (to >= from && (!news[to].IsLeaf || IsBlank(news[to])) && (match[to] < 0 || match[to] >= End))
        {
            to--;
        }

        return from <= to ? (from, to) : (-1, -1);
    }

    private static bool IsBlank(InlineToken token) => token.Kind == InlineTokenKind.Word && token.Key == " ";

    private static bool IsBalanced(List<InlineToken> tokens, int from, int to)
    {
        var depth = 0;
        for (var at = from; at <= to; at++)
        {
            depth += tokens[at].Kind switch { InlineTokenKind.Start => 1, InlineTokenKind.End => -1, _ => 0 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}

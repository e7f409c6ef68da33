namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Where one text became another: [<see cref="Start"/>, <see cref="End"/>) of the old one is [<see cref="Start"/>, <see cref="NewEnd"/>) of
/// the new one, and nothing else differs.
/// </summary>
internal readonly record struct TextChange(int Start, int End, int NewEnd)
{
    public static TextChange Of(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var old = before.AsSpan(start);
        var renewed = after.AsSpan(start);
        var same = CommonSuffixLength(old, renewed);
        return new TextChange(start, before.Length - same, after.Length - same);
    }

    /// <summary>How many characters two texts have in common at their ends; compared by stretches first, since most of a page is.</summary>
    public static int CommonSuffixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        const int Stretch = 128;
        var most = Math.Min(left.Length, right.Length);
        var same = 0;
        while (same + Stretch <= most
            && left.Slice(left.Length - same - Stretch, Stretch).SequenceEqual(right.Slice(right.Length - same - Stretch, Stretch)))
        {
            same += Stretch;
        }

        while (same < most && left[^(same + 1)] == right[^(same + 1)])
        {
            same++;
        }

        return same;
    }

    /// <summary>
    /// The old stretch of a page with the whole of the tags that it begins or ends in: whatever tag is not in it stands in both pages.
    /// </summary>
    public string Tags(string before)
    {
        var tag = before.AsSpan(0, Start).LastIndexOf('<');
        var start = tag >= 0 && !EndsWithin(before.AsSpan(tag, Start - tag)) ? tag : Start;
        // No value of an attribute has such a bracket, so a tag that is open at the end is over where the next one begins.
        return before.AsSpan(End).IndexOf('<') is var next && next >= 0 ? before[start..(End + next)] : before[start..];
    }

    /// <summary>Whether the tag that a text begins with also ends in it; a bracket in one of its values ends nothing.</summary>
    private static bool EndsWithin(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny("\"'>"); at >= 0;)
        {
            if (text[at] == '>')
            {
                return true;
            }

            var behind = text[(at + 1)..].IndexOf(text[at]) is var length && length >= 0 ? text[(at + length + 2)..] : default;
            at = behind.IndexOfAny("\"'>");
            text = behind;
        }

        return false;
    }
}

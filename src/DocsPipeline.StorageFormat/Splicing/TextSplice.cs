using System.Text;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>What of an edit is words changed within texts, and the hunks that are more than that.</summary>
internal sealed record TextSplice(List<Replacement> Replacements, List<Hunk> Rest)
{
    public static TextSplice For(StorageTree tree, Edit edit)
    {
        var (replacements, rest) = (new List<Replacement>(), new List<Hunk>());
        List<MappedText> texts = [.. edit.Map.Texts.OrderBy(text => text.Start)];
        foreach (var hunk in edit.Hunks)
        {
            if (!edit.IsMoved(hunk) && Patches(tree, edit, texts, hunk) is { } patches)
            {
                replacements.AddRange(patches);
            }
            else
            {
                rest.Add(hunk);
            }
        }

        return new TextSplice(replacements, rest);
    }

    private static List<Replacement>? Patches(StorageTree tree, Edit edit, List<MappedText> texts, Hunk hunk)
    {
        var words = new Dictionary<MappedText, List<Hunk>>();
        foreach (var found in TextDiff.Words(edit.Before, edit.After, hunk))
        {
            var (word, text) = (found, Around(texts, found));
            while (text == default && CanSlide(edit, word))
            {
                word = new Hunk(word.Start - 1, word.End - 1, word.NewStart - 1, word.NewEnd - 1);
                text = Around(texts, word);
            }

            if (text == default || IsBesideComment(tree.Source, text, word) || ((text.Form != TextForm.Raw || text.IsLine)
                && edit.After.AsSpan(word.NewStart, word.NewEnd - word.NewStart).Contains('\n')))
            {
                return null;
            }

            (words.TryGetValue(text, out var hunks) ? hunks : words[text] = []).Add(word);
        }

        var patches = words.Select(entry =>
            TextPatch.For(tree, entry.Key, edit.Before[entry.Key.Start..entry.Key.End], Renewed(edit, entry.Key, entry.Value))).ToList();
        return patches.Contains(null) ? null : patches.ConvertAll(patch => patch!);
    }

    /// <summary>The text that a word stands in; at the edge of two it is in the one that it ends.</summary>
    private static MappedText Around(List<MappedText> texts, Hunk word)
    {
        var at = Offsets.First(texts, text => text.Start >= word.Start) - 1;
        if (at >= 0 && word.End <= texts[at].End)
        {
            return texts[at];
        }

        return at + 1 < texts.Count && texts[at + 1].Start == word.Start && word.End <= texts[at + 1].End ? texts[at + 1] : default;
    }

    /// <summary>Whether words were put in right before or behind those that a comment stands on, and are none of them.</summary>
    private static bool IsBesideComment(ReadOnlySpan<char> page, MappedText text, Hunk word)
    {
        if (word.Start < word.End || (word.Start > text.Start && word.Start < text.End))
        {
            return false;
        }

        var before = page[..text.StorageStart];
        return word.Start == text.End
            ? page[text.StorageEnd..].StartsWith("</ac:inline-comment-marker")
            : before.EndsWith(">") && before[before.LastIndexOf('<')..].StartsWith("<ac:inline-comment-marker");
    }

    /// <summary>
    /// Whether the same edit can be said one character earlier: a word and the space behind it were put in, or the space before it and the
    /// word.
    /// </summary>
    private static bool CanSlide(Edit edit, Hunk word)
    {
        var isInsertion = word.Start == word.End;
        if (word.Start == 0 || word.NewStart == 0 || isInsertion == (word.NewStart == word.NewEnd))
        {
            return false;
        }

        var last = isInsertion ? edit.After[word.NewEnd - 1] : edit.Before[word.End - 1];
        return last == edit.Before[word.Start - 1] && last == edit.After[word.NewStart - 1];
    }

    private static string Renewed(Edit edit, MappedText text, List<Hunk> hunks)
    {
        var renewed = new StringBuilder();
        var at = text.Start;
        foreach (var hunk in hunks)
        {
            renewed.Append(edit.Before, at, hunk.Start - at).Append(edit.After, hunk.NewStart, hunk.NewEnd - hunk.NewStart);
            at = hunk.End;
        }

        renewed.Append(edit.Before, at, text.End - at);
        // Blanks that end a block are nothing in Markdown.
        return text.Form == TextForm.Markdown && text.End < edit.Before.Length && edit.Before[text.End] == '\n'
            ? renewed.ToString().TrimEnd(' ', '\t')
            : renewed.ToString();
    }
}

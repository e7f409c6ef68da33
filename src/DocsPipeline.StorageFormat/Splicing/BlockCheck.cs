using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToMarkdown;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The check of a splice, where it can be had for the price of one block: a page that differs from its base within one block, of a kind
/// that its neighbours take no notice of, reads as before but for that block.
/// </summary>
internal static class BlockCheck
{
    /// <summary>True where the page reads exactly as the edited Markdown; false says nothing, and the whole page has to be read.</summary>
    public static bool Reads(string storage, string before, Edit edit, ConversionOptions options)
    {
        // A prefix that is declared anywhere counts everywhere.
        if (edit.Map.LooksForHeadings || storage.Length > ConversionLimits.StorageCharacters
            || before.Contains("xmlns:", StringComparison.Ordinal))
        {
            return false;
        }

        var (start, end, _) = TextChange.Of(before, storage);
        var at = edit.Map.Root.Children.FindIndex(block => block.StorageStart < start && end < block.StorageEnd);
        return at >= 0 && Follows(edit, at) && Markdown(storage, before, edit.Map.Root.Children[at], options) is { } markdown
            && IsEdited(edit, edit.Map.Root.Children[at], markdown);
    }

    /// <summary>The Markdown of the changed block alone; null where its neighbours might be written in another way for it.</summary>
    private static string? Markdown(string storage, string before, MappedBlock block, ConversionOptions options)
    {
        var renewed = storage[block.StorageStart..(block.StorageEnd + storage.Length - before.Length)];
        if (StorageScanner.Scan(renewed, out _) is not { } tree)
        {
            return null;
        }

        var map = new SourceMap(renewed.Length);
        var only = tree[0].FirstChild;
        var old = before.AsSpan(block.StorageStart + 1);
        var same = only != 0 && only == tree[0].LastChild && StandsAlone(tree.ElementOf(only), before.AsSpan(0, block.StorageStart))
            && tree.NameOf(only).SequenceEqual(old[..NameCharacters.Length(old)]);
        var markdown = same
            ? MarkdownPageWriter.Write(tree, options with { PagePropertiesAsFrontMatter = false }, MacroForms.All,
                map).Markdown!.TrimEnd('\n')
            : null;
        tree.Release();
        // Tasks are counted through the page.
        var counts = map.Tasks > 0 || before.AsSpan(block.StorageStart, block.StorageEnd - block.StorageStart)
            .Contains("<ac:task", StringComparison.Ordinal);
        return map.LooksForHeadings || counts ? null : markdown;
    }

    /// <summary>
    /// Blocks by their name, whatever they hold. What marks the items of a list depends on what stands before it, and that must be no list.
    /// </summary>
    private static bool StandsAlone(Element element, ReadOnlySpan<char> before) =>
        element is Element.P or (>= Element.H1 and <= Element.H6) or Element.Table or Element.Blockquote
        || (element is Element.Ul or Element.Ol && EndsWithNoList(before.TrimEnd()));

    private static bool EndsWithNoList(ReadOnlySpan<char> before) =>
        before.IsEmpty || before.EndsWith("</p>") || before.EndsWith("</table>") || before.EndsWith("</ac:structured-macro>")
        || (before.Length > 5 && before[^5..^2] is "</h" && before[^1] == '>');

    /// <summary>Whether nothing but the gap between two blocks stands between a block and the next.</summary>
    private static bool Follows(Edit edit, int at)
    {
        var blocks = edit.Map.Root.Children;
        return at + 1 < blocks.Count
            ? edit.Before.AsSpan(blocks[at].End, Math.Max(0, blocks[at + 1].Start - blocks[at].End)) is "\n\n"
            : edit.Before.AsSpan(Math.Min(blocks[at].End, edit.Before.Length)) is "\n";
    }

    private static bool IsEdited(Edit edit, MappedBlock block, string markdown)
    {
        var head = edit.Before.AsSpan(0, block.Start);
        var tail = edit.Before.AsSpan(block.End);
        var after = edit.After.AsSpan();
        return after.Length == head.Length + markdown.Length + tail.Length
            && after.StartsWith(head)
            && after.EndsWith(tail)
            && after.Slice(head.Length, markdown.Length).SequenceEqual(markdown);
    }
}

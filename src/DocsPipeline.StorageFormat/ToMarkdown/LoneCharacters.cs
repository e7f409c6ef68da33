using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Delimiters come in pairs: <c>*</c>, <c>_</c>, <c>~</c> or <c>`</c> that is the only one of its run of text, with no markup that would
/// bring another, means nothing and needs no backslash.
/// </summary>
internal sealed class LoneCharacters(StorageTree tree)
{
    private int start;
    private int end;
    private bool star;
    private bool underscore;
    private bool tilde;
    private bool backtick;

    public bool Has(int node, char character)
    {
        if (tree[node].Start < start || tree[node].Start >= end)
        {
            Look(node);
        }

        return character switch { '*' => star, '_' => underscore, '~' => tilde, '`' => backtick, _ => false };
    }

    private void Look(int node)
    {
        var (first, last) = RunOf(tree, node);
        (start, end) = (tree[first].Start, tree[last].End);
        var source = tree.Source.AsSpan(start, end - start);
        var emphasis = source.Contains("<em", StringComparison.Ordinal) || source.Contains("<strong", StringComparison.Ordinal);
        star = !emphasis && IsLone(source, '*');
        underscore = !emphasis && IsLone(source, '_');
        tilde = !source.Contains("<del", StringComparison.Ordinal) && IsLone(source, '~');
        backtick = !source.Contains("<code", StringComparison.Ordinal) && IsLone(source, '`');
    }

    /// <summary>
    /// The first and last of the run of text and inline elements that a node stands in; it is a block of its own, whatever element holds
    /// it.
    /// </summary>
    public static (int First, int Last) RunOf(StorageTree tree, int node)
    {
        while (ElementPlacement.IsInline(tree.ElementOf(tree[node].Parent)))
        {
            node = tree[node].Parent;
        }

        var (first, last) = (node, node);
        while (tree[first].Previous is var previous and not 0 && ElementPlacement.PlacementOf(tree, previous) != Placement.Block)
        {
            first = previous;
        }

        while (tree[last].Next is var next and not 0 && ElementPlacement.PlacementOf(tree, next) != Placement.Block)
        {
            last = next;
        }

        return (first, last);
    }

    private static bool IsLone(ReadOnlySpan<char> source, char character) => source.IndexOf(character) == source.LastIndexOf(character);
}

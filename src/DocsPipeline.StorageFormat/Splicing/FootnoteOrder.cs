using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// A note that was put in, taken out or moved gives others another number: in the page that is a text at each place that names one, and
/// the order of the list. Neither stands in the Markdown.
/// </summary>
internal static class FootnoteOrder
{
    public static string Restore(StorageTree before, string storage)
    {
        if (!storage.Contains(FootnoteAnchors.Definition, StringComparison.Ordinal) || StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return storage;
        }

        if (PageFootnotes.Of(tree) is not { } notes
            || (PageFootnotes.Of(before) is { } old && notes.AreSound && old.Order.SequenceEqual(notes.Order, StringComparer.Ordinal)))
        {
            return storage;
        }

        var replacements = new List<Replacement>();
        var numbers = notes.Order.Select((name, index) => KeyValuePair.Create(name, index + 1)).ToDictionary(StringComparer.Ordinal);
        foreach (var (place, name) in notes.References)
        {
            var number = tree[FootnoteShapes.NumberOf(tree, place)];
            var (from, to) = number.Kind == NodeKind.CData ? (number.InnerStart, number.InnerEnd) : (number.Start, number.End);
            replacements.Add(new Replacement(from, to, numbers[name].ToString()));
        }

        if (!notes.AreSound)
        {
            var list = tree[notes.List];
            var items = Items(tree, notes);
            replacements.Add(items.Length == 0
                ? new Replacement(list.Start, list.End, "")
                : new Replacement(list.InnerStart, list.InnerEnd, items));
        }

        return Replacement.Apply(storage, replacements) ?? storage;
    }

    /// <summary>The items in their order, without those that no text names any more.</summary>
    private static string Items(StorageTree tree, PageFootnotes notes)
    {
        var items = notes.Items.ToDictionary(item => item.Name, item => item.Item, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var name in notes.Order)
        {
            _ = items.TryGetValue(name, out var item) ? text.Append(tree.Outer(item)) : text;
        }

        return text.ToString();
    }
}

using System.Text;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The numbers of tasks, which Markdown has only where they do not simply count: a task keeps its own wherever it goes, and a new one gets
/// one that no other has.
/// </summary>
internal static class TaskNumbers
{
    private const string Start = "<ac:task-id>";
    private const string End = "</ac:task-id>";

    /// <summary>A text without any.</summary>
    public static string TakenOut(string storage)
    {
        var found = storage.IndexOf(Start, StringComparison.Ordinal);
        if (found < 0)
        {
            return storage;
        }

        var text = new StringBuilder(storage.Length);
        var at = 0;
        while (found >= 0 && storage.IndexOf(End, found, StringComparison.Ordinal) is var end and >= 0)
        {
            text.Append(storage, at, found - at);
            at = end + End.Length;
            found = storage.IndexOf(Start, at, StringComparison.Ordinal);
        }

        return text.Append(storage, at, storage.Length - at).ToString();
    }

    /// <summary>The first number that no task of a page has.</summary>
    public static int Next(StorageTree tree)
    {
        var most = 0;
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.TaskId && int.TryParse(tree.Text(node), out var number))
            {
                most = Math.Max(most, Math.Min(number, int.MaxValue - tree.Count));
            }
        }

        return most + 1;
    }
}

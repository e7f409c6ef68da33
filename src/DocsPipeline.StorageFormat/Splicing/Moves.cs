namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// What of two sequences stands elsewhere than it did: a new element that reads as an old one which is gone from its place is that one, and
/// no version of its neighbour.
/// </summary>
internal sealed class Moves
{
    private readonly Dictionary<int, int> oldOf = [];
    private readonly HashSet<int> olds = [];

    public Moves(List<string> old, List<string> renewed, List<Hunk> hunks)
    {
        var gone = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        foreach (var hunk in hunks)
        {
            for (var at = hunk.Start; at < hunk.End; at++)
            {
                (gone.TryGetValue(old[at], out var places) ? places : gone[old[at]] = new Queue<int>()).Enqueue(at);
            }
        }

        foreach (var hunk in hunks)
        {
            for (var at = hunk.NewStart; at < hunk.NewEnd; at++)
            {
                if (gone.TryGetValue(renewed[at], out var places) && places.TryDequeue(out var from))
                {
                    oldOf[at] = from;
                    olds.Add(from);
                }
            }
        }
    }

    /// <summary>Where the new element stood before; −1 where it did not move.</summary>
    public int From(int renewed) => oldOf.TryGetValue(renewed, out var old) ? old : -1;

    public bool IsMoved(int old) => olds.Contains(old);
}

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>Search in what stands in the order of a text.</summary>
internal static class Offsets
{
    /// <summary>The index of the first of which something is true that is then true of all that follow; their number where it is of none.
    /// </summary>
    public static int First<T>(IReadOnlyList<T> ordered, Predicate<T> isBehind)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isBehind(ordered[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

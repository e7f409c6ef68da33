namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>
/// Names, found again by their characters. A dictionary does the same, but one over types of our own is compiled anew at each start, which
/// costs more than a thousand pages do.
/// </summary>
internal sealed class NameTable
{
    private readonly string[] names;
    private readonly short[] slots;

    /// <summary>Entries that are null are numbers without a name.</summary>
    public NameTable(string?[] names)
    {
        this.names = names!;
        slots = new short[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)names.Length * 4)];
        for (var number = 0; number < names.Length; number++)
        {
            if (names[number] is { } name)
            {
                slots[Slot(name)] = (short)(number + 1);
            }
        }
    }

    /// <summary>The place of a name in the list; −1 where it is not there.</summary>
    public int Find(ReadOnlySpan<char> name) => name.IsEmpty ? -1 : slots[Slot(name)] - 1;

    /// <summary>Where a name stands, or the free place where it would.</summary>
    private int Slot(ReadOnlySpan<char> name)
    {
        var mask = slots.Length - 1;
        var slot = ((name[0] * 31) + (name[name.Length / 2] * 7) + (name[^1] * 131) + (name.Length * 17)) & mask;
        while (slots[slot] != 0 && !name.SequenceEqual(names[slots[slot] - 1]))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}

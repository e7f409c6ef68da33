using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>
/// Nearly every character of a page stands between the space and U+D7FF, or ends a line. The framework's search for what does not is
/// generic, and boxes its limits on each call where code is precompiled.
/// </summary>
internal static class UsualCharacters
{
    private const char First = ' ';
    private const char Last = '\uD7FF';

    /// <summary>How many characters from a place on are usual ones.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var at = 0;
        var units = MemoryMarshal.Cast<char, ushort>(text);
        while (at < units.Length)
        {
            if (at + Vector128<ushort>.Count <= units.Length
                && Vector128.LessThanOrEqualAll(
                    Vector128.Create(units.Slice(at, Vector128<ushort>.Count)) - Vector128.Create((ushort)First),
                    Vector128.Create((ushort)(Last - First))))
            {
                at += Vector128<ushort>.Count;
                continue;
            }

            for (var end = Math.Min(at + Vector128<ushort>.Count, units.Length); at < end; at++)
            {
                if (text[at] is not ((>= First and <= Last) or '\n' or '\r' or '\t'))
                {
                    return at;
                }
            }
        }

        return at;
    }
}

using System.Buffers;
using System.Text;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

/// <summary>One pass for the characters that XML 1.0 does not allow anywhere.</summary>
internal static class CharacterCheck
{
    private static readonly SearchValues<char> Illegal = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\uFFFE\uFFFF");

    public static void Run(string source)
    {
        var illegal = source.AsSpan().IndexOfAny(Illegal);
        if (illegal >= 0)
        {
            throw ScanException.Broken(illegal, $"character U+{(int)source[illegal]:X4} is not allowed in XML");
        }

        for (var at = source.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0;)
        {
            if (Rune.DecodeFromUtf16(source.AsSpan(at), out _, out var consumed) != OperationStatus.Done)
            {
                throw ScanException.Broken(at, "half of a surrogate pair is not a character");
            }

            var next = source.AsSpan(at + consumed).IndexOfAnyInRange('\uD800', '\uDFFF');
            at = next < 0 ? -1 : at + consumed + next;
        }
    }
}

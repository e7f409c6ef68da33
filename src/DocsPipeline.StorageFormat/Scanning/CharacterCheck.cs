using System.Buffers;
using System.Text;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>One pass for the characters that XML 1.0 does not allow anywhere.</summary>
internal static class CharacterCheck
{
    public static void Run(string source)
    {
        for (var at = UsualCharacters.Length(source); at < source.Length;)
        {
            at += Length(source.AsSpan(at), at);
            at += UsualCharacters.Length(source.AsSpan(at));
        }
    }

    /// <summary>The length of the character that a text begins with, which stands at an offset of the source.</summary>
    private static int Length(ReadOnlySpan<char> text, int at)
    {
        if (text[0] is >= '\uE000' and <= '\uFFFD')
        {
            return 1;
        }

        if (!char.IsSurrogate(text[0]))
        {
            throw ScanException.Broken(at, $"character U+{(int)text[0]:X4} is not allowed in XML");
        }

        return Rune.DecodeFromUtf16(text, out _, out var consumed) == OperationStatus.Done
            ? consumed
            : throw ScanException.Broken(at, "half of a surrogate pair is not a character");
    }
}

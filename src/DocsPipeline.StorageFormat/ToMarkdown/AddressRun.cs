using System.Buffers;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// The addresses of a text that GitHub links of itself, looked for from left to right and only where it matters. An escape within one would
/// become a part of it, and markup behind one too.
/// </summary>
internal struct AddressRun(char before)
{
    private static readonly SearchValues<char> Behind = SearchValues.Create(" \t\r\n<\u00A0");

    private readonly char before = before;
    private bool? mayHold;
    private int looked;
    private int end;

    /// <summary>Whether a place lies in an address or in what ends a sentence right behind one.</summary>
    public bool Holds(ReadOnlySpan<char> text, int at)
    {
        if (!(mayHold ??= text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal)))
        {
            return false;
        }

        while (end <= at && Next(text, at))
        {
        }

        return at < end;
    }

    public bool ReachesEnd(ReadOnlySpan<char> text) => Holds(text, text.Length - 1);

    private bool Next(ReadOnlySpan<char> text, int last)
    {
        var next = looked > last ? -1 : text[looked..].IndexOfAny('h', 'w');
        if (next < 0 || looked + next > last)
        {
            return false;
        }

        looked += next;
        if (BareAddress.Length(looked == 0 ? before : text[looked - 1], text[looked..]) > 0)
        {
            var length = text[looked..].IndexOfAny(Behind);
            end = length < 0 ? text.Length : looked + length;
        }

        looked = Math.Max(end, looked + 1);
        return true;
    }
}

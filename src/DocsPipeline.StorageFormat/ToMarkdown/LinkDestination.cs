using System.Buffers;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>The <c>[text](target)</c> around whatever writes the text.</summary>
internal static class LinkDestination
{
    private static readonly string Controls = new([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    private static readonly SearchValues<char> NotInAutolink = SearchValues.Create(" <>\\`|\u00A0" + Controls);

    private static readonly SearchValues<char> Special = SearchValues.Create("<>\\&" + Controls);

    private static readonly SearchValues<char> OnlyInAngles = SearchValues.Create(" ()<>" + Controls);

    public static bool IsAutolink(string target) =>
        (target.StartsWith("http://", StringComparison.Ordinal) || target.StartsWith("https://", StringComparison.Ordinal))
        && !target.AsSpan().ContainsAny(NotInAutolink);

    /// <summary>What stands behind the text of a link, which begins with <c>[</c>.</summary>
    public static void WriteEnd(MarkdownOutput output, string target)
    {
        output.Write("](");
        WriteTarget(output, target);
        output.Write(')');
    }

    /// <summary>The destination, in angle brackets where CommonMark asks for them.</summary>
    public static void WriteTarget(MarkdownOutput output, string target)
    {
        var angled = target.Length == 0 || target.AsSpan().ContainsAny(OnlyInAngles);
        output.Write(angled ? "<" : "");
        for (var at = 0; at < target.Length; at++)
        {
            var plain = target.AsSpan(at).IndexOfAny(Special) is var end and >= 0 ? end : target.Length - at;
            output.Write(target.AsSpan(at, plain));
            at += plain;
            if (at == target.Length)
            {
                break;
            }

            var character = target[at];
            if (character is '<' or '>' || (character == '\\' && (at + 1 == target.Length || IsAsciiPunctuation(target[at + 1]))))
            {
                output.Write('\\');
            }

            output.Write(char.IsControl(character) || (character == '&' && IsReference(target, at))
                ? AttributeText.Reference(character)
                : [character]);
        }

        output.Write(angled ? ">" : "");
    }

    private static bool IsAsciiPunctuation(char character) =>
        char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character));

    private static bool IsReference(string target, int at) =>
        at + 1 < target.Length && (target[at + 1] == '#' || char.IsAsciiLetter(target[at + 1])) && target.IndexOf(';', at) is var end
        && end > 0 && end - at < 34;
}

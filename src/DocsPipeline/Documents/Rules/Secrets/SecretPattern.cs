using System.Buffers;
using System.Text.RegularExpressions;

namespace DocsPipeline.Documents.Rules.Secrets;

/// <summary>A sort of secret: words without which it cannot be there, its form, and (for passwords) whether a value looks like a real
/// one.</summary>
internal sealed partial record SecretPattern(string Name, string[] Hints, Regex Expression, Func<string, bool>? Looks = null)
{
    private readonly SearchValues<string> words = SearchValues.Create(Hints, Comparison(Expression));

    public bool IgnoresCase => Comparison(Expression) == StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether a line holds one of the words without which the secret cannot be there.</summary>
    public bool MayBeIn(ReadOnlySpan<char> line) => line.ContainsAny(words);

    private static StringComparison Comparison(Regex expression) =>
        expression.Options.HasFlag(RegexOptions.IgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public bool Accepts(string value) => Looks?.Invoke(value) ?? !IsPlaceholder(value);

    /// <summary>Whether a value is long and mixed enough to be a password or a key, and is not there to be replaced.</summary>
    public static bool LooksReal(string value) =>
        !IsPlaceholder(value)
        && value.Any(char.IsAsciiDigit)
        && value.Any(char.IsAsciiLetter)
        && value.Distinct().Count() >= 6
        && !NotSecret().IsMatch(value);

    // Addresses, days, words with a number, variables, fingerprints of public keys.
    [GeneratedRegex(@"^https?:|^\d{4}-\d\d-\d\d|^[A-Za-z]+[.-]?\d{1,4}$|^\$|^%[A-Z_]+%$|^(SHA(1|256|512)|MD5):|^([0-9A-Fa-f]{2}:){7}")]
    private static partial Regex NotSecret();

    private static bool IsPlaceholder(string value) =>
        value.Contains("...", StringComparison.Ordinal) || value.Contains('…') || value.Contains("***", StringComparison.Ordinal)
            || value.Contains("xxxx", StringComparison.OrdinalIgnoreCase)
        || value.Contains("EXAMPLE", StringComparison.OrdinalIgnoreCase) || value.Contains("your", StringComparison.OrdinalIgnoreCase)
        || value.Contains("placeholder", StringComparison.OrdinalIgnoreCase) || value.StartsWith("${", StringComparison.Ordinal)
            || value.StartsWith("{{", StringComparison.Ordinal);
}

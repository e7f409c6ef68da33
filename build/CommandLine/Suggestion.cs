using DocsPipeline.Documents;

namespace Build.CommandLine;

/// <summary>The word somebody probably meant: nearly the same letters, or a beginning they left at.</summary>
internal static class Suggestion
{
    private const int LettersOfABeginning = 3;

    /// <summary>Null where nothing is near enough: no suggestion is better than nonsense.</summary>
    public static string? For(string typed, IEnumerable<string> candidates)
    {
        var words = candidates.ToList();
        return EditDistance.Nearest(typed, words)
            ?? (typed.Length < LettersOfABeginning ? null : words.Find(word => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase)));
    }
}

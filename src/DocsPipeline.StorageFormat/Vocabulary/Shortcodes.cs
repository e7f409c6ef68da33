using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Markdig.Extensions.Emoji;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// <c>:tada:</c>: in text, wherever that comes from, GitHub shows the emoji instead. It looks at the text that was rendered, so no
/// backslash keeps it from that, only something that stands within the name.
/// </summary>
internal static class Shortcodes
{
    private const string OfMarkdigAlone = "custom_";

    /// <summary>Nobody links to a heading that is longer.</summary>
    private const int MostNamed = 256;

    private static readonly SearchValues<char> InName = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_+-");

    private static readonly Lazy<FrozenDictionary<string, string>> Known = new(static () => EmojiMapping.GetDefaultEmojiShortcodeToUnicode()
        .Select(static pair => KeyValuePair.Create(pair.Key.Trim(':'), pair.Value))
        .Where(static pair => !pair.Key.StartsWith(OfMarkdigAlone, StringComparison.Ordinal))
        .ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The names that each emoji goes by.</summary>
    private static readonly Lazy<ILookup<string, string>> Names =
        new(static () => Known.Value.ToLookup(pair => pair.Value, pair => pair.Key));

    private static readonly Lazy<SearchValues<string>> Emoji =
        new(static () => SearchValues.Create([.. Known.Value.Values], StringComparison.Ordinal));

    private static readonly Lazy<int> Longest = new(static () => Known.Value.Keys.Max(static name => name.Length));

    /// <summary>Whether a colon behind a text would end the name of an emoji.</summary>
    public static bool EndsWith(ReadOnlySpan<char> text)
    {
        var name = text[(text.LastIndexOfAnyExcept(InName) + 1)..];
        return name.Length > 0 && name.Length < text.Length && text[^(name.Length + 1)] == ':' && IsKnown(name, out _);
    }

    /// <summary>
    /// Where the next emoji stands in a text and what it looks like; -1 where none does. Between letters or digits two colons are a time or
    /// a path and no name.
    /// </summary>
    public static int Find(ReadOnlySpan<char> text, out int length, out string emoji)
    {
        (length, emoji) = (0, "");
        for (var colon = text.IndexOf(':'); colon >= 0;)
        {
            var rest = text[(colon + 1)..];
            var end = rest.IndexOfAnyExcept(InName);
            if (end > 0 && rest[end] == ':' && !IsWord(text, colon - 1) && !IsWord(rest, end + 1) && IsKnown(rest[..end], out emoji))
            {
                length = end + 2;
                return colon;
            }

            var next = rest.IndexOf(':');
            colon = next < 0 ? -1 : colon + 1 + next;
        }

        return -1;
    }

    /// <summary>
    /// A text with the names of its emoji in their place, once for each name that an emoji of it may go by; nothing for one without emoji.
    /// </summary>
    public static List<string> Named(string text)
    {
        var texts = new List<string>();
        var most = 0;
        if (Ascii.IsValid(text) || text.Length > MostNamed)
        {
            return texts;
        }

        for (var way = 0; way == 0 || way < most; way++)
        {
            var named = new StringBuilder();
            var rest = text.AsSpan();
            for (var at = rest.IndexOfAny(Emoji.Value); at >= 0; at = rest.IndexOfAny(Emoji.Value))
            {
                var emoji = At(rest[at..]);
                var names = Names.Value[emoji].ToList();
                most = Math.Max(most, names.Count);
                named.Append(rest[..at]).Append(names[Math.Min(way, names.Count - 1)]);
                rest = rest[(at + emoji.Length)..];
            }

            if (most > 0)
            {
                texts.Add(named.Append(rest).ToString());
            }
        }

        return texts;
    }

    /// <summary>The longest emoji that a text begins with.</summary>
    private static string At(ReadOnlySpan<char> text)
    {
        var longest = "";
        foreach (var emoji in Known.Value.Values)
        {
            longest = emoji.Length > longest.Length && text.StartsWith(emoji, StringComparison.Ordinal) ? emoji : longest;
        }

        return longest;
    }

    private static bool IsWord(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static bool IsKnown(ReadOnlySpan<char> name, out string emoji)
    {
        emoji = "";
        return name.Length <= Longest.Value && Known.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out emoji!);
    }
}

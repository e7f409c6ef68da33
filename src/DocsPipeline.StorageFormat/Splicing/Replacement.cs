namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>[Start, End) of the page becomes a text.</summary>
internal sealed record Replacement(int Start, int End, string Text)
{
    /// <summary>Applies replacements that do not overlap; null where they do.</summary>
    public static string? Apply(string source, IEnumerable<Replacement> replacements)
    {
        var text = new System.Text.StringBuilder(source.Length + 256);
        var at = 0;
        foreach (var replacement in replacements.OrderBy(replacement => replacement.Start).ThenBy(replacement => replacement.End))
        {
            if (replacement.Start < at)
            {
                return null;
            }

            text.Append(source, at, replacement.Start - at).Append(replacement.Text);
            at = replacement.End;
        }

        return text.Append(source, at, source.Length - at).ToString();
    }
}

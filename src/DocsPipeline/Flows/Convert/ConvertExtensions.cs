namespace DocsPipeline.Flows.Convert;

/// <summary>
/// By which names files are known: <c>.xml</c> and <c>.xhtml</c> hold storage format, <c>.md</c> and <c>.markdown</c> Markdown, in capitals
/// too. What is written ends with the first of each.
/// </summary>
internal static class ConvertExtensions
{
    private static readonly string[] Storage = [".xml", ".xhtml"];
    private static readonly string[] Markdown = [".md", ".markdown"];

    public static IReadOnlyList<string> Of(ConvertFormat format) => format == ConvertFormat.Storage ? Storage : Markdown;

    /// <summary>Whether a file of this name holds that format.</summary>
    public static bool Fits(ReadOnlySpan<char> name, ConvertFormat format)
    {
        var extension = Path.GetExtension(name);
        foreach (var known in Of(format))
        {
            if (extension.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The path without its extension: files that differ in nothing else are one page.</summary>
    public static string Stem(string file) => file[..^Path.GetExtension(file).Length];
}

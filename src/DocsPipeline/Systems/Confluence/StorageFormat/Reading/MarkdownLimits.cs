using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Reading;

/// <summary>What is refused before the Markdown parser sees it, since its cost is quadratic in open brackets.</summary>
internal static class MarkdownLimits
{
    public const int MaximumLength = 2 * StorageScanner.MaximumLength;
    private const int MaximumOpenBrackets = 2048;

    public static ScanFault? Check(string markdown)
    {
        if (markdown.Length > MaximumLength)
        {
            return new ScanFault(Catalogue.Conversion.PageIsTooLarge, 0, $"document has {markdown.Length} characters, more than {MaximumLength}");
        }

        var text = markdown.AsSpan();
        var (brackets, at) = (0, 0);
        for (var next = text.IndexOfAny("[]\n("); next >= 0; next = text[at..].IndexOfAny("[]\n("))
        {
            at += next + 1;
            brackets = text[at - 1] switch
            {
                '\n' when at < text.Length && text[at] == '\n' => 0,
                '[' or '(' => brackets + 1,
                ']' => Math.Max(0, brackets - 1),
                _ => brackets,
            };
            if (brackets > MaximumOpenBrackets)
            {
                return new ScanFault(Catalogue.Conversion.NestingIsTooDeep, at - 1, $"more than {MaximumOpenBrackets} brackets are open in one paragraph");
            }
        }

        return null;
    }
}

using System.Diagnostics.CodeAnalysis;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Splicing;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;

namespace DocsPipeline.StorageFormat;

/// <summary>
/// Markdown to Confluence storage format: spliced into the page as it is where there is a base, in Confluence's own conventions where there
/// is none.
/// </summary>
public sealed class MarkdownToStorageFormat
{
    /// <summary>
    /// Converts one document without its front matter, of at most <see cref="ConversionLimits.MarkdownCharacters"/>. With a base (the body
    /// of the page that the Markdown came from) only what was edited changes in it, under the same options as
    /// when the page became Markdown; <paramref name="properties"/>, where there are any, become the page's table of properties.
    /// </summary>
    [SuppressMessage("Performance", "CA1822", Justification = "A converter is handed around as a value.")]
    public WriteBackResult Convert(
        string markdown, string? baseStorage, ConversionOptions? options = null, PageProperties? properties = null)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        options ??= ConversionOptions.Default;
        // A mark of the byte order is no part of the text, to GitHub neither.
        markdown = UnstorableCharacters.Replace(markdown.StartsWith('\uFEFF') ? markdown[1..] : markdown, out var replaced);
        try
        {
            var result = baseStorage is null ? New(markdown, options, properties)
                : Splice.Apply(markdown, baseStorage, options, properties);
            return replaced is null ? result : result.With(replaced);
        }
        catch (ArgumentException exception) when (
            exception.TargetSite?.DeclaringType?.Namespace?.StartsWith("Markdig", StringComparison.Ordinal) == true)
        {
            // Markdig's own limit on nesting, which it can only throw.
            var depth = new ScanFault(FindingKind.NestingIsTooDeep, 0, "Markdown is nested too deeply");
            return new WriteBackResult(null, () => ConversionReport.Empty, [depth.In(markdown)]);
        }
    }

    private static WriteBackResult New(string markdown, ConversionOptions options, PageProperties? properties)
    {
        if (MarkdownLimits.Check(markdown) is { } fault)
        {
            return new WriteBackResult(null, () => ConversionReport.Empty, [fault.In(markdown)]);
        }

        if (EnclosureCheck.Find(markdown.WithLineFeeds(), before: null) is { } broken)
        {
            return new WriteBackResult(null, () => ConversionReport.Empty, [broken]);
        }

        var body = MarkdownBodyReader.Read(markdown, new StorageContext(options, MacroForms.All), out var findings);
        if (findings.Exists(static finding => finding.Severity == FindingSeverity.Error))
        {
            return new WriteBackResult(null, () => ConversionReport.Empty, findings);
        }

        var storage = properties is null ? body : PropertiesReader.Storage(properties) + body;
        return new WriteBackResult(
            storage, () => MarkdownPageWriter.Write(storage, options, MacroForms.All).Report.With(findings), findings);
    }
}

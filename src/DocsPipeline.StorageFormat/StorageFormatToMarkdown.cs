using System.Diagnostics.CodeAnalysis;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.ToMarkdown;

namespace DocsPipeline.StorageFormat;

/// <summary>
/// Confluence storage format to GitHub Flavored Markdown. Never throws over a page: what cannot be read is a finding with its line and
/// column. Keeps nothing between pages; one instance may serve many threads.
/// </summary>
public sealed class StorageFormatToMarkdown
{
    /// <summary>
    /// Converts the body of one page, of at most <see cref="ConversionLimits.StorageCharacters"/>; without options, links to other pages
    /// keep a form that only converts back.
    /// </summary>
    [SuppressMessage("Performance", "CA1822", Justification = "A converter is handed around as a value.")]
    public ConversionResult Convert(string storage, ConversionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return MarkdownPageWriter.Write(storage, options ?? ConversionOptions.Default, MacroForms.All);
    }
}

using System.Text;
using DocsPipeline.Benchmarks.Peers;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>Pages as files, the Markdown they become, and the same with one word of each edited.</summary>
internal sealed record ConversionInputs(InputFolder Storage, InputFolder Markdown, InputFolder Edited)
{
    public static ConversionInputs Write(BenchmarkSettings settings, string name, IEnumerable<string> pages)
    {
        var storage = settings.Fresh($"inputs/{name}/storage");
        var markdown = settings.Fresh($"inputs/{name}/markdown");
        var edited = settings.Fresh($"inputs/{name}/edited");
        var converter = new StorageFormatToMarkdown();
        var number = 0;
        foreach (var page in pages)
        {
            var file = number++.ToString("00000");
            File.WriteAllText(Path.Combine(storage, file + ".xml"), page);
            if (converter.Convert(page, new ConversionOptions()).Markdown is { } text)
            {
                File.WriteAllText(Path.Combine(markdown, file + ".md"), text);
                File.WriteAllText(Path.Combine(edited, file + ".md"), Edit(text));
            }
        }

        return new ConversionInputs(InputFolder.Of(storage), InputFolder.Of(markdown), InputFolder.Of(edited));
    }

    /// <summary>What a reviewer does: another word, somewhere in the midst of the page's text.</summary>
    internal static string Edit(string markdown)
    {
        const string Gap = "\n\n";
        var at = markdown.IndexOf(Gap, markdown.Length / 2, StringComparison.Ordinal);
        for (; at >= 0; at = markdown.IndexOf(Gap, at + 2, StringComparison.Ordinal))
        {
            var start = at + 2;
            var end = start;
            while (end < markdown.Length && char.IsAsciiLetter(markdown[end]))
            {
                end++;
            }

            if (end > start && end < markdown.Length && markdown[end] == ' ')
            {
                return new StringBuilder(markdown).Remove(start, end - start).Insert(start, "Edited").ToString();
            }
        }

        return markdown;
    }
}

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

    /// <summary>What a reviewer does: another word, the first that begins a line of text behind the middle of the page.</summary>
    internal static string Edit(string markdown)
    {
        var middle = markdown.Length / 2;
        return EditBehind(markdown, middle) ?? EditBehind(markdown, 0) ?? markdown;
    }

    private static string? EditBehind(string markdown, int from)
    {
        for (var line = from == 0 ? 0 : NextLine(markdown, from); line >= 0; line = NextLine(markdown, line))
        {
            var start = line + (markdown.AsSpan(line).StartsWith("- ") ? 2 : 0);
            var length = markdown.AsSpan(start).IndexOf(' ');
            if (length > 0 && markdown.AsSpan(start, length).ToString().All(char.IsLetter))
            {
                return string.Concat(markdown.AsSpan(0, start), "Edited", markdown.AsSpan(start + length));
            }
        }

        return null;
    }

    private static int NextLine(string markdown, int at) => markdown.IndexOf('\n', at) is var feed and >= 0 ? feed + 1 : -1;
}

using DocsPipeline.StorageFormat.ToStorage;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>The floor of the way back: the same parser with the same extensions, its tree thrown away.</summary>
internal static class BareMarkdig
{
    public static int Read(string file) => MarkdownBodyReader.Parse(InputFile.Text(file)).Span.Length;
}

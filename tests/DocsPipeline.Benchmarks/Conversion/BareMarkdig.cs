using System.Text;
using DocsPipeline.StorageFormat.ToStorage;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>The floor of the way back: the same parser with the same extensions, its tree thrown away.</summary>
internal static class BareMarkdig
{
    public static int Read(string file) => MarkdownBodyReader.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(file))).Span.Length;
}

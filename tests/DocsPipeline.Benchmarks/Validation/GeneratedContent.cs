using System.Buffers.Binary;
using System.Text;

namespace DocsPipeline.Benchmarks.Validation;

/// <summary>A folder with generated documents beside this repository's schemas and settings.</summary>
internal sealed record GeneratedContent(string Root, int Documents, long Bytes)
{
    private const int Attachment = 8 * 1024 * 1024;

    /// <param name="settings">Where generated inputs go.</param>
    /// <param name="name">Of the folder.</param>
    /// <param name="documents">How many.</param>
    /// <param name="broken">Which share of the links leads nowhere.</param>
    /// <param name="attachments">How many pictures of 8 MiB lie beside the documents.</param>
    public static GeneratedContent Write(BenchmarkSettings settings, string name, int documents, double broken = 0, int attachments = 0)
    {
        Console.Error.WriteLine($"Generating {documents} documents and {attachments} pictures ...");
        var root = settings.Fresh(Path.Combine("inputs", name));
        Copy("schemas", root);
        Directory.CreateDirectory(Path.Combine(root, "content"));
        File.Copy("content/pipeline.yml", Path.Combine(root, "content", "pipeline.yml"));
        var generator = new DocumentGenerator(documents, broken);
        var bytes = 0L;
        for (var number = 0; number < documents; number++)
        {
            var file = new FileInfo(Path.Combine(root, DocumentGenerator.PathOf(number)));
            file.Directory!.Create();
            File.WriteAllText(file.FullName, generator.Text(number));
            bytes += file.Length;
        }

        for (var number = 0; number < attachments; number++)
        {
            File.WriteAllBytes(Path.Combine(root, "content", "faq", $"picture-{number:000}.png"), Picture(number));
            bytes += Attachment;
        }

        return new GeneratedContent(root, documents, bytes);
    }

    /// <summary>Another word in one document, another one each time.</summary>
    public void ChangeOne() =>
        File.AppendAllText(Path.Combine(Root, DocumentGenerator.PathOf(Documents / 2)), $"Changed {Guid.NewGuid():n}.\n");

    private static byte[] Picture(int seed)
    {
        var picture = new byte[Attachment];
        new Random(seed).NextBytes(picture);
        ((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).CopyTo(picture);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(8), Attachment - 8 - 12 - 12);
        Encoding.ASCII.GetBytes("IDAT", picture.AsSpan(12));
        ((ReadOnlySpan<byte>)[0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82])
            .CopyTo(picture.AsSpan(Attachment - 12));
        return picture;
    }

    private static void Copy(string folder, string root)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

using DocsPipeline.Diagnostics;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// What a file holds. Pointers into large-file storage and files that GitHub would not take either are refused (DOC0909).
/// </summary>
internal static class BlobContent
{
    /// <summary>A pointer is shorter than this, in bytes (the specification of Git LFS).</summary>
    public const int PointerLimit = 1024;

    private const long LargestFile = 100 << 20;

    private static readonly byte[] Pointer = "version https://git-lfs.github.com/spec/"u8.ToArray();

    /// <summary>In bytes; nothing of the file is read for it.</summary>
    public static long LengthOf(Repository repository, ObjectId id, string path)
    {
        var header = repository.ObjectDatabase.RetrieveObjectMetadata(id);
        return header.Type != ObjectType.Blob ? throw new GitException("cat-file", $"{path}: {id.Sha} is no file")
            : header.Size > LargestFile
                ? throw new PipelineException(ExitCode.Errors, TreeReader.Fault(path, "is larger than 100 MiB"))
                : header.Size;
    }

    /// <summary>All of it; <see cref="LengthOf"/> was asked before.</summary>
    public static byte[] Read(Blob blob, string path)
    {
        using var stream = blob.GetContentStream();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().StartsWith(Pointer)
            ? throw new PipelineException(ExitCode.Errors, TreeReader.Fault(path, "is a pointer to a file in large-file storage"))
            : bytes;
    }
}

using DocsPipeline.Documents;
using DocsPipeline.Documents.Snapshots;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Reads the files of a tree. What everybody asks for, documents, schemas and settings, is read at once; files beside documents stay where
/// they are and are read each time they are opened: a hundred pictures would not fit into memory.
/// </summary>
internal sealed class FileReader(string directory, Repository repository)
{
    // libgit2 keeps what it read of a pack mapped as long as anybody has the pack open: whoever opens files side by side ends up with all
    // of it in memory.
    private static readonly Lock Turn = new();

    public IReadOnlyList<ContentFile> Read(IReadOnlyList<FoundFile> files, CancellationToken cancellation)
    {
        var read = new List<ContentFile>(files.Count);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            read.Add(Read(file));
        }

        return read;
    }

    private ContentFile Read(FoundFile found)
    {
        var (path, blob) = (found.File.Path, (Blob)found.Entry.Target);
        var length = BlobContent.LengthOf(repository, blob.Id, path);

        // What is as short as a pointer into large-file storage is looked at: a pointer is refused here, not when half is published.
        var isHeld = length < BlobContent.PointerLimit || (!DocumentSet.IsAttachment(path) && length <= DocumentReader.MaxBytes);
        return isHeld
            ? new ContentFile(path, BlobContent.Read(blob, path))
            : Unread(directory, found.Folder, found.Entry.Name, path, length);
    }

    private static ContentFile Unread(string directory, ObjectId folder, string name, string path, long length) =>
        new(path, length, () => Open(directory, folder, name, path));

    // With a handle of its own: no file depends on how long another one, or whoever listed them, is at work. The stream keeps what libgit2
    // read of the file, checked against its id, and needs the repository no more.
    private static Stream Open(string directory, ObjectId folder, string name, string path)
    {
        lock (Turn)
        {
            return OpenAlone(directory, folder, name, path);
        }
    }

    private static Stream OpenAlone(string directory, ObjectId folder, string name, string path)
    {
        try
        {
            using var repository = GitLibrary.Open(directory);
            return repository.Lookup<Tree>(folder)?[name]?.Target is Blob blob
                ? blob.GetContentStream()
                : throw new GitException("cat-file", $"{path} is gone");
        }
        catch (LibGit2SharpException fault)
        {
            throw new GitException("cat-file", $"{path}: {fault.Message}");
        }
    }
}

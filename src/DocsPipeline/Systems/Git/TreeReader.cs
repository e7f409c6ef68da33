using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Reads the files of a commit through one <c>git cat-file --batch</c>. Symbolic links, submodules, large-file pointers and paths that differ only in case are
/// refused (DOC0909): each of them means something else on another machine than in the review.
/// </summary>
internal sealed class TreeReader(GitProgram git)
{
    private static readonly byte[] LargeFilePointer = "version https://git-lfs.github.com/spec/"u8.ToArray();

    public async Task<IReadOnlyList<ContentFile>> ReadAsync(string commit, IReadOnlyList<string> prefixes, CancellationToken cancellation)
    {
        var listing = await git.RunAsync(["ls-tree", "-r", "-z", "--full-tree", commit, "--", .. prefixes], cancellation);
        var entries = listing.Fields.Select(Entry).ToList();
        var faults = Faults(entries).ToList();
        if (faults.Count > 0)
        {
            throw new PipelineException(ExitCode.Errors, faults);
        }

        var files = await ReadBlobsAsync(entries, cancellation);
        return files.FirstOrDefault(file => file.Bytes.Span.StartsWith(LargeFilePointer)) is { } pointer
            ? throw new PipelineException(ExitCode.Errors, Fault(pointer.Path, "is a pointer to a file in large-file storage"))
            : files;
    }

    private async Task<List<ContentFile>> ReadBlobsAsync(List<TreeEntry> entries, CancellationToken cancellation)
    {
        using var process = git.Start(["cat-file", "--batch"]);
        using var stop = cancellation.Register(process.Kill);
        var asking = AskAsync(process, entries);
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 16);
        var files = new List<ContentFile>(entries.Count);
        try
        {
            foreach (var entry in entries)
            {
                var bytes = new byte[Length(output, entry)];
                await output.ReadExactlyAsync(bytes, cancellation);
                output.ReadByte();
                files.Add(new ContentFile(entry.Path, bytes));
            }
        }
        catch (EndOfStreamException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new GitException("cat-file", await complaints);
        }

        await asking;
        await process.WaitForExitAsync(cancellation);
        return files;
    }

    // Written while the answers are read: a pipe holds 64 KiB, and both sides would wait for each other.
    private static Task AskAsync(Process process, List<TreeEntry> entries) => Task.Run(() =>
    {
        try
        {
            foreach (var entry in entries)
            {
                process.StandardInput.Write(entry.Object);
                process.StandardInput.Write('\n');
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    });

    private static int Length(BufferedStream output, TreeEntry entry)
    {
        var header = new StringBuilder();
        for (int next; (next = output.ReadByte()) != '\n';)
        {
            header.Append(next < 0 ? throw new EndOfStreamException() : (char)next);
        }

        return header.ToString().Split(' ') is [_, "blob", var length]
            ? int.Parse(length, CultureInfo.InvariantCulture)
            : throw new GitException("cat-file", $"{entry.Path}: {header}");
    }

    private static TreeEntry Entry(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var columns = line[..tab].Split(' ');
        return new TreeEntry(columns[0], columns[2], line[(tab + 1)..]);
    }

    private static IEnumerable<Diagnostic> Faults(List<TreeEntry> entries)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (entry.Mode is not ("100644" or "100755"))
            {
                yield return Fault(entry.Path, entry.Mode == "160000" ? "is a submodule" : "is a symbolic link");
            }
            else if (!seen.TryAdd(entry.Path, entry.Path))
            {
                yield return Fault(entry.Path, $"differs from {seen[entry.Path]} only in the case of its letters");
            }
        }
    }

    private static Diagnostic Fault(string path, string what) =>
        Catalogue.Configuration.TreeIsNotSafe.At(path, SourceSpan.Start, $"`{path}` {what}", help: "put an ordinary file there, with a name of its own");

    private sealed record TreeEntry(string Mode, string Object, string Path);
}

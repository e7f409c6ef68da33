using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
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

    /// <summary>The files below the prefixes, in order of their paths, without their bytes.</summary>
    public async Task<IReadOnlyList<TreeEntry>> ListAsync(string commit, IReadOnlyList<string> prefixes, CancellationToken cancellation)
    {
        var listing = await git.RunAsync(["ls-tree", "-r", "-z", "--full-tree", commit, "--", .. prefixes], cancellation);
        var entries = listing.Fields.Select(Entry).ToList();
        var faults = Faults(entries).ToList();
        return faults.Count == 0 ? [.. entries.Select(entry => entry.File)] : throw new PipelineException(ExitCode.Errors, faults);
    }

    public async Task<IReadOnlyList<ContentFile>> ReadAsync(string commit, IReadOnlyList<string> prefixes, CancellationToken cancellation)
    {
        var entries = await ListAsync(commit, prefixes, cancellation);
        var files = new List<ContentFile>(entries.Count);
        await foreach (var file in StreamAsync(entries, cancellation))
        {
            files.Add(file);
        }

        return files;
    }

    /// <summary>One file after the other, in the given order; whoever lets go of them needs no memory for all.</summary>
    public async IAsyncEnumerable<ContentFile> StreamAsync(IReadOnlyList<TreeEntry> entries, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var process = git.Start(["cat-file", "--batch"]);
        using var stop = cancellation.Register(process.Kill);
        var asking = AskAsync(process, entries);
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 16);
        try
        {
            foreach (var entry in entries)
            {
                yield return new ContentFile(entry.Path, await ReadBlobAsync(output, entry, complaints, cancellation));
            }
        }
        finally
        {
            // Whoever stops in the middle leaves a process that waits to be read.
            process.Kill();
            await asking;
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    internal static async Task<byte[]> ReadBlobAsync(BufferedStream output, TreeEntry entry, Task<string> complaints, CancellationToken cancellation)
    {
        try
        {
            var bytes = new byte[Length(output, entry)];
            await output.ReadExactlyAsync(bytes, cancellation);
            output.ReadByte();
            return bytes.AsSpan().StartsWith(LargeFilePointer)
                ? throw new PipelineException(ExitCode.Errors, Fault(entry.Path, "is a pointer to a file in large-file storage"))
                : bytes;
        }
        catch (EndOfStreamException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new GitException("cat-file", await complaints);
        }
    }

    // Written while the answers are read: a pipe holds 64 KiB, and both sides would wait for each other.
    private static Task AskAsync(Process process, IReadOnlyList<TreeEntry> entries) => Task.Run(() =>
    {
        try
        {
            foreach (var entry in entries)
            {
                process.StandardInput.Write(entry.Blob);
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

    private static (string Mode, TreeEntry File) Entry(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var columns = line[..tab].Split(' ');
        return (columns[0], new TreeEntry(line[(tab + 1)..], columns[2]));
    }

    private static IEnumerable<Diagnostic> Faults(List<(string Mode, TreeEntry File)> entries)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (mode, entry) in entries)
        {
            if (mode is not ("100644" or "100755"))
            {
                yield return Fault(entry.Path, mode == "160000" ? "is a submodule" : "is a symbolic link");
            }
            else if (!seen.TryAdd(entry.Path, entry.Path))
            {
                yield return Fault(entry.Path, $"differs from {seen[entry.Path]} only in the case of its letters");
            }
        }
    }

    private static Diagnostic Fault(string path, string what) =>
        Catalogue.Configuration.TreeIsNotSafe.At(path, SourceSpan.Start, $"`{path}` {what}", help: "put an ordinary file there, with a name of its own");
}

using DocsPipeline.Diagnostics;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Lists the files of a tree. Symbolic links, submodules and paths that differ only in case are refused (DOC0909): each of them means
/// something else on another machine than in the review.
/// </summary>
internal static class TreeReader
{
    /// <summary>The files below the prefixes (all without one), in order of their paths, without their bytes.</summary>
    public static IReadOnlyList<FoundFile> List(Tree tree, IReadOnlyList<string> prefixes, CancellationToken cancellation)
    {
        var wanted = prefixes.Select(prefix => prefix.Trim('/')).ToList();
        var entries = Walk(tree, "", wanted, cancellation).ToList();
        var faults = Faults(entries).ToList();
        return faults.Count == 0 ? entries : throw new PipelineException(ExitCode.Errors, faults);
    }

    public static Diagnostic Fault(string path, string what) => Catalogue.Configuration.TreeIsNotSafe.At(
        path, SourceSpan.Start, $"`{path}` {what}", help: "put an ordinary file there, with a name of its own");

    private static IEnumerable<FoundFile> Walk(Tree tree, string folder, List<string> wanted, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var entry in tree)
        {
            var path = $"{folder}{entry.Name}";
            var isWanted = wanted.Count == 0 || wanted.Exists(prefix => path == prefix || IsBelow(path, prefix));
            if (entry.Target is not Tree below)
            {
                if (isWanted)
                {
                    yield return new FoundFile(new TreeEntry(path, entry.Target.Sha), entry.Mode, tree.Id, entry);
                }
            }
            else if (isWanted || wanted.Exists(prefix => IsBelow(prefix, path)))
            {
                foreach (var found in Walk(below, $"{path}/", wanted, cancellation))
                {
                    yield return found;
                }
            }
        }
    }

    private static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    private static IEnumerable<Diagnostic> Faults(List<FoundFile> entries)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (entry, mode, _, _) in entries)
        {
            if (mode is Mode.GitLink or Mode.SymbolicLink)
            {
                yield return Fault(entry.Path, mode == Mode.GitLink ? "is a submodule" : "is a symbolic link");
            }
            else if (!seen.TryAdd(entry.Path, entry.Path))
            {
                yield return Fault(entry.Path, $"differs from {seen[entry.Path]} only in the case of its letters");
            }
        }
    }
}

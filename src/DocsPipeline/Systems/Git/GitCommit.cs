namespace DocsPipeline.Systems.Git;

/// <summary>One commit as git tells it; the message is complete, trailers included.</summary>
public sealed record GitCommit(
    string Id, string Tree, IReadOnlyList<string> Parents, GitPerson Author, GitPerson Committer, DateTimeOffset Date, string Message);

public sealed record GitPerson(string Name, string Email);

/// <summary>A file to write, by its bytes or as an object that is stored already; or one to take away where there is neither.</summary>
public sealed record TreeChange(string Path, ReadOnlyMemory<byte>? Bytes)
{
    /// <summary>The object id of bytes that a <see cref="BlobWriter"/> or an older commit stored.</summary>
    public string? Blob { get; private init; }

    public static TreeChange Put(string path, ReadOnlyMemory<byte> bytes) => new(path, bytes);

    public static TreeChange Stored(string path, string blob) => new(path, null) { Blob = blob };

    public static TreeChange Delete(string path) => new(path, null);
}

/// <summary>What to commit. Without a parent a history of its own begins (the ledger's first run).</summary>
public sealed record CommitDraft(string? Parent, IReadOnlyList<TreeChange> Changes, string Message, GitPerson Author, DateTimeOffset Date)
{
    /// <summary>A second parent, for a merge whose tree is still <see cref="Parent"/>'s plus the changes.</summary>
    public string? MergedParent { get; init; }
}

/// <summary>
/// One changed path between two commits: <c>A</c>dded, <c>M</c>odified, <c>D</c>eleted or <c>T</c>ype changed. Renames are a delete and an
/// add.
/// </summary>
public sealed record PathChange(char Status, string Path);

/// <summary>A merge that was computed but not made; there is no tree where <see cref="Conflicts"/> is not empty.</summary>
public sealed record TreeMerge(string Tree, IReadOnlyList<string> Conflicts);

/// <summary>
/// Whether the remote took the commit; a rejection (somebody was faster, or the branch is protected) is an answer, not an error.
/// </summary>
public sealed record PushResult(bool Accepted, string Reason);

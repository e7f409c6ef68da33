using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// An entry of a tree that is no folder, and the tree that it stands in: a blob that is taken from its tree costs nothing until it is
/// read, one that is looked up by its id is read to know that it is one.
/// </summary>
internal sealed record FoundFile(TreeEntry File, Mode Mode, ObjectId Folder, LibGit2Sharp.TreeEntry Entry);

using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Tests;

/// <summary>The repository these tests were built from: its schemas and its sample content, read once.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyList<ContentFile>> Read = new(() => ContentFolder.Read(Root, "schemas", "content"));

    private static readonly Lazy<ContentSnapshot> Snapshot = new(() => new ContentSnapshot(Read.Value));

    public static IReadOnlyList<ContentFile> Files => Read.Value;

    public static ContentSnapshot Content => Snapshot.Value;

    public static KindCatalogue Kinds => Content.Kinds;

    public static DocumentSet Documents => Content.Documents;

    private static string Find(string directory) => File.Exists(Path.Combine(directory, "DocsPipeline.sln"))
        ? directory
        : Find(Path.GetDirectoryName(directory)
            ?? throw new InvalidOperationException("These tests run from a build inside the repository."));
}

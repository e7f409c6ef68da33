using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;

namespace DocsPipeline.Tests;

/// <summary>The repository these tests were built from: its schemas and its sample content, read once.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyList<ContentFile>> Read = new(() => ContentFolder.Read(Root, "schemas", "content"));

    private static readonly Lazy<KindCatalogue> Catalogue = new(() => KindCatalogue.Load(Read.Value));

    private static readonly Lazy<DocumentSet> Set = new(() => DocumentSet.Load(Read.Value));

    public static IReadOnlyList<ContentFile> Files => Read.Value;

    public static KindCatalogue Kinds => Catalogue.Value;

    public static DocumentSet Documents => Set.Value;

    private static string Find(string directory) => File.Exists(Path.Combine(directory, "DocsPipeline.sln"))
        ? directory
        : Find(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("These tests run from a build inside the repository."));
}

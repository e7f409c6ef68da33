namespace DocsPipeline.Documents;

/// <summary>A file of the repository as bytes; the path is relative to the repository's root and uses <c>/</c>, on every machine.</summary>
public sealed record ContentFile(string Path, ReadOnlyMemory<byte> Bytes);

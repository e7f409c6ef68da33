namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>What is wrong with a marker, and where it stands in the Markdown.</summary>
internal readonly record struct EnclosureFault(int Offset, string Message, string Help);

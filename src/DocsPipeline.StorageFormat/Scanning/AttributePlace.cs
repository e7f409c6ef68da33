namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>Where an attribute stands in the source; the value without its quotes.</summary>
internal readonly record struct AttributePlace(int NameStart, int NameEnd, int ValueStart, int ValueEnd);

namespace DocsPipeline.StorageFormat.Mapping;

/// <summary>
/// A stretch of Markdown, [Start, End), that is one text of the page, [StorageStart, StorageEnd) there: a text node, a value, a line of
/// code (<see cref="IsLine"/>) where lines begin with a prefix.
/// </summary>
internal readonly record struct MappedText(int Start, int End, int StorageStart, int StorageEnd, TextForm Form, bool IsCData,
    bool IsLine = false);

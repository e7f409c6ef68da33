namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>An element that is open: the tag or directive that opened it, and where the storage inside of it starts.</summary>
internal sealed record Frame(string Name, HtmlTag? Tag, int Start);

namespace DocsPipeline.Systems.Confluence.StorageFormat.Splicing;

/// <summary>A stretch of Markdown that is one text node of the page.</summary>
internal readonly record struct MappedText(int Start, int End, int Node, TextForm Form);

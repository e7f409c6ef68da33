namespace DocsPipeline.Systems.Confluence.StorageFormat;

/// <summary>The page properties that become front matter, in the page's order: name → YAML text of the value (scalar, block sequence or verbatim).</summary>
public sealed record PageProperties(IReadOnlyDictionary<string, string> Fields);

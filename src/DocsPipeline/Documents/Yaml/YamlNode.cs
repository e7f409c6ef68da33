using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Yaml;

/// <summary>A YAML value with its place in the file (not in the YAML: a document's front matter begins on line 2).</summary>
public abstract record YamlNode(SourceSpan Span);

/// <summary>Text; <see cref="IsPlain"/> is false where it was quoted or a block, and then it is a string whatever it looks like.</summary>
public sealed record YamlScalar(string Text, bool IsPlain, SourceSpan Span) : YamlNode(Span)
{
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

public sealed record YamlList(IReadOnlyList<YamlNode> Items, SourceSpan Span) : YamlNode(Span);

public sealed record YamlEntry(string Key, SourceSpan KeySpan, YamlNode Value);

public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    public YamlEntry? Entry(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    public YamlNode? this[string key] => Entry(key)?.Value;
}

using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>An element that is open: the tag or directive that opened it, where the storage inside of it starts, and where it stands in the
/// Markdown.</summary>
internal sealed record Frame(string Name, HtmlTag? Tag, int Start, int Place = 0)
{
    /// <summary>Of a macro with many bodies: where each begins.</summary>
    public List<BodyMark> Bodies { get; } = [];
}

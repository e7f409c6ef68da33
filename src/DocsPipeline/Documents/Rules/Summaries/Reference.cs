using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>A link or an image that leads to a file below <c>content/</c>.</summary>
/// <param name="Path">Of the file; the document's own for a heading of the same document.</param>
/// <param name="Anchor">Null where the link names none.</param>
internal readonly record struct Reference(ReferenceKind Kind, string Path, string? Anchor, Readers Readers, SourceSpan Span);

internal enum ReferenceKind
{
    /// <summary>To a file.</summary>
    Link,

    /// <summary>To a heading of the same document.</summary>
    Heading,

    /// <summary>A picture that says what it shows.</summary>
    Image,

    /// <summary>A picture that says nothing to those who do not see it.</summary>
    MuteImage,
}

/// <summary>A document that the front matter names under <c>related</c> or <c>supersedes</c>.</summary>
internal readonly record struct IdReference(DiagnosticCode Missing, string Id, SourceSpan Span);

/// <summary>A heading or a named place, with who may know it.</summary>
internal readonly record struct Anchor(string Name, Readers Readers);

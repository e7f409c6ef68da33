namespace DocsPipeline.Documents.Publishing;

/// <summary>
/// What a reader gets of a document, ready to be sent: the bytes that were made safe are the bytes that are published. It knows no commit
/// and no date of git, so that nothing but its content changes it.
/// </summary>
/// <param name="ExternalId">The document's id, or <c>{id}--{partner}</c> for an addendum.</param>
/// <param name="Html">A fragment; documents are referenced as <c>document:{externalId}</c>, files as <c>attachment:{sha256}</c>.</param>
/// <param name="ContentSha256">Of the HTML in UTF-8, as lower-case hexadecimal digits.</param>
public sealed record Publication(
    string ExternalId, string Title, string Summary, string Html, IReadOnlyList<Fact> Facts, IReadOnlyList<Attachment> Attachments,
    string ContentSha256);

/// <summary>A partner-facing field: <see cref="Value"/> is plain text, lines are kept.</summary>
public sealed record Fact(string Name, string Label, string Value);

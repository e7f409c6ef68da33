namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>
/// What a conversion must be told about the world outside one page. Every function answers null (or its input) for what it does not know;
/// such a link then keeps its target in a typed form (<c>confluence:page/…</c>) that converts back.
/// </summary>
public sealed record ConversionLinks
{
    /// <summary>The relative <c>.md</c> path of a page, without anchor.</summary>
    public Func<PageReference, string?> PathOf { get; init; } = static _ => null;

    /// <summary>The page behind a relative <c>.md</c> path, without anchor; the way back of <see cref="PathOf"/>.</summary>
    public Func<string, PageReference?> PageAt { get; init; } = static _ => null;

    /// <summary>The relative path of an attachment, from its verbatim file name.</summary>
    public Func<string, string> FileOf { get; init; } = static name => name;

    /// <summary>The verbatim attachment name behind a relative path; the way back of <see cref="FileOf"/>.</summary>
    public Func<string, string> AttachmentAt { get; init; } = static path => path;

    /// <summary>The display name behind an account id.</summary>
    public Func<string, string?> NameOf { get; init; } = static _ => null;

    /// <summary>Knows nothing: page links stay typed, files keep their names.</summary>
    public static ConversionLinks None { get; } = new();
}

namespace DocsPipeline.Flows.Export.Comparing;

internal enum PageMove
{
    None,
    ToAnotherSpace,
    BelowAnotherPage,
    AmongSiblings,
}

/// <summary>Which parts of a document an export changes, and what else happened to it.</summary>
internal sealed record DocumentChanges
{
    public bool IsNew { get; init; }

    public bool Text { get; init; }

    /// <summary>Front matter fields that follow the page, in order.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Both sides changed one field; the document's value stays.</summary>
    public bool FieldsConflict { get; init; }

    /// <summary>The document was written by hand, and a page claims it now.</summary>
    public bool IsAdopted { get; init; }

    public PageMove Move { get; init; }

    /// <summary>The page was gone, and is there again.</summary>
    public bool IsBack { get; init; }

    public bool Any => IsNew || Text || Fields.Count > 0 || FieldsConflict || IsAdopted || Move != PageMove.None || IsBack;

    /// <summary>The same in words. Where no part changes, a file did.</summary>
    public string Reason => Any ? Joined("; ", Content, Place, IsBack ? "the page is back" : "") : "files";

    private string Content =>
        IsNew ? "new"
        : Text || Fields.Count > 0 ? Joined(" and ", Text ? "text" : "", string.Join(", ", Fields))
        : FieldsConflict ? "in conflict"
        : IsAdopted ? "comes from Confluence now"
        : "";

    private string Place => Move switch
    {
        PageMove.ToAnotherSpace => "moved to another space",
        PageMove.BelowAnotherPage => "moved in the page tree",
        PageMove.AmongSiblings => "order among its siblings",
        _ => "",
    };

    private static string Joined(string separator, params string[] parts) => string.Join(separator, parts.Where(part => part.Length > 0));
}

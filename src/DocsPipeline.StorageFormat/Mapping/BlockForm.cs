namespace DocsPipeline.StorageFormat.Mapping;

/// <summary>How a mapped element is written, which is how an edit of it must be read.</summary>
internal enum BlockForm
{
    /// <summary>A Markdown block of its own.</summary>
    Block,

    /// <summary>An item of a Markdown list, from its marker on.</summary>
    Item,

    /// <summary>A row of a pipe table.</summary>
    Row,

    /// <summary>An element of an HTML block.</summary>
    Html,
}

namespace DocsPipeline.StorageFormat.Mapping;

/// <summary>How a text of the page is spelled in the Markdown.</summary>
internal enum TextForm
{
    /// <summary>With backslashes and character references.</summary>
    Markdown,

    /// <summary>With character references.</summary>
    Html,

    /// <summary>As it is: code.</summary>
    Raw,
}

namespace DocsPipeline.Documents;

/// <summary>The Confluence page that a document was exported from, and the version of it that the Markdown was last equal to.</summary>
public sealed record ConfluenceSource(string Space, string Page, int Version);

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>A content property: any JSON under a key, with a version of its own.</summary>
internal sealed record Property(string Id, string ContentId, string Key, string Value, Version Version);

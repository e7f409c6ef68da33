using System.Text.Json;

namespace DocsPipeline.Systems.Confluence;

/// <summary>A JSON value of our own on a page, invisible to readers and versioned apart from the body.</summary>
public sealed record ConfluenceProperty(string Id, string Key, JsonElement Value, int Version);

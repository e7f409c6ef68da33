namespace DocsPipeline.Sandbox.Confluence.Storage;

/// <summary>Why a body is not storage format; line and column count from 1 in the body itself.</summary>
internal sealed class MalformedStorage(string reason, int line, int column)
    : Exception($"Error parsing xhtml: {reason}\n at [row,col {{unknown-source}}]: [{line},{column}]");

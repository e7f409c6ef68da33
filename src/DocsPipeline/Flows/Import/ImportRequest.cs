namespace DocsPipeline.Flows.Import;

/// <summary>
/// What to import: all that partners sent since the last run. <see cref="Folder"/> is the private clone of the documents' repository, made
/// where it does not exist.
/// </summary>
public sealed record ImportRequest(string Folder);

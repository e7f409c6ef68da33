namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>
/// By what a file is known to be another than before: its length, the time of its last change in ticks (UTC), and, for a file that was
/// changed a moment before somebody looked, a digest of what it holds.
/// </summary>
internal readonly record struct FileStamp(long Length, long Changed, string? Content);

namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>All that the outcome for one file depends on; with another value it is converted again.</summary>
internal readonly record struct InputState(FileStamp Input, FileStamp? Page, string Output, bool Clashes);

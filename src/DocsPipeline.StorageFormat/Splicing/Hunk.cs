namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>[Start, End) of the old sequence became [NewStart, NewEnd) of the new one.</summary>
internal readonly record struct Hunk(int Start, int End, int NewStart, int NewEnd);

namespace DocsPipeline.Flows.Export.Sorting;

/// <summary>What a page lies below, and where among its siblings.</summary>
internal readonly record struct PagePlace(string? Parent, int? Position);

namespace DocsPipeline.Flows.Export.Reporting;

/// <summary>How far a step over many pages is; <see cref="Current"/> is the title of the page that was done last.</summary>
public readonly record struct PageProgress(string Step, int Done, int Total, string Current);

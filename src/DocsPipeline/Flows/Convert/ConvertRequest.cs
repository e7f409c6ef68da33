namespace DocsPipeline.Flows.Convert;

/// <summary>
/// Every file of <see cref="In"/> to <see cref="Out"/>, sub-folders kept. <see cref="Base"/> holds the pages that Markdown is spliced into,
/// under the same names; <see cref="Strict"/> makes it the run's error that a page lost something.
/// </summary>
public sealed record ConvertRequest(ConvertFormat From, ConvertFormat To, string In, string Out, string? Base = null, bool Strict = false);

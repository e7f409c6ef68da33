namespace DocsPipeline.Tests.Documents.Rules;

/// <summary>Tests that count what the whole process does, and so must not share it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

using DocsPipeline.Demo.Checks;

namespace DocsPipeline.Demo;

/// <summary>One of the eight flows at the end: what went out, what came back, and which statements about the systems held.</summary>
internal sealed record FlowReport(
    int Id,
    string Name,
    string Status,
    IReadOnlyList<FlowPublished> Published,
    IReadOnlyList<FlowImported> Imported,
    IReadOnlyList<CheckResult> Checks)
{
    public const string PassedStatus = "passed";
}

/// <summary>A document as a community has it.</summary>
internal sealed record FlowPublished(string Id, string Community, IReadOnlyList<string> Audience, string Url);

/// <summary>Something that a partner sent, and where it stands now.</summary>
internal sealed record FlowImported(string Event, string? Issue, string? Page);

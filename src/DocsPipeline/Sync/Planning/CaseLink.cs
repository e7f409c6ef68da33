namespace DocsPipeline.Sync.Planning;

/// <summary>
/// An article to show on a case that it resolves and that does not show it yet. Cases come and go without git: a number that no case has
/// waits for a later run.
/// </summary>
public sealed record CaseLink(string Community, string CaseId, string CaseNumber, string ExternalId);

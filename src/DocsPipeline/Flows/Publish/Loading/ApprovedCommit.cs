using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Sync.Ledger;

namespace DocsPipeline.Flows.Publish.Loading;

/// <summary>
/// The head of the published branch with its content, the ledger beside it, and the proof that every change since was approved.
/// </summary>
public sealed record ApprovedCommit(string Head, ContentSnapshot Content, LedgerState Ledger, ApprovedHistory History);

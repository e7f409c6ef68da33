using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish;

/// <summary>A plan with what was read to make it: what Publish applies without reading again.</summary>
internal sealed record PlannedRun(PipelineSettings Settings, LedgerState Ledger, ApprovedHistory History, Plan Plan);

using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish;

/// <summary>A plan with everything that was read to make it: what Publish applies without reading again.</summary>
public sealed record PlannedRun(Plan Plan, PipelineSettings Settings, KindCatalogue Kinds, LedgerState Ledger, ApprovedHistory History);

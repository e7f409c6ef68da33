namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>06xx: approval, plan and publication.</summary>
    public static class Publish
    {
        public static readonly DiagnosticCode NotMergedByPullRequest =
            new("DOC0601", Severity.Error, "commit did not come by a merged pull request");
        public static readonly DiagnosticCode NotApproved =
            new("DOC0602", Severity.Error, "no code owner approved this after the last change");
        public static readonly DiagnosticCode ChangesRequested = new("DOC0603", Severity.Error, "a reviewer asked for changes");
        public static readonly DiagnosticCode MergeDiffers = new("DOC0604", Severity.Error, "merged content is not what was approved");
        public static readonly DiagnosticCode PolicyAndContent =
            new("DOC0605", Severity.Error, "one pull request changes policy and content");
        public static readonly DiagnosticCode HistoryWasRewritten =
            new("DOC0606", Severity.Error, "last published commit is not part of this history");
        public static readonly DiagnosticCode OwnersAreUnclear = new("DOC0607", Severity.Error, "CODEOWNERS names no owner");
        public static readonly DiagnosticCode FactIsMissing = new("DOC0608", Severity.Error, "a fact about the approval cannot be read");
        public static readonly DiagnosticCode OwnedByAnother =
            new("DOC0609", Severity.Error, "community document belongs to somebody else");
        public static readonly DiagnosticCode GuardrailExceeded =
            new("DOC0610", Severity.Error, "run would change more than the guardrails allow");
        public static readonly DiagnosticCode PlanIsStale = new("DOC0611", Severity.Error, "plan no longer fits");
        public static readonly DiagnosticCode ChangedInCommunity = new("DOC0612", Severity.Error, "document was changed in the community");
        public static readonly DiagnosticCode AudienceIsUnknown = new("DOC0613", Severity.Error, "community knows no such reader");
        public static readonly DiagnosticCode AttachmentRefused = new("DOC0614", Severity.Error, "attachment was refused by the scanner");
        public static readonly DiagnosticCode PartlyApplied = new("DOC0615", Severity.Error, "plan was applied only in part");
        public static readonly DiagnosticCode PageChangedToo =
            new("DOC0618", Severity.Warning, "page waits: it was changed in the same place as its document");
        public static readonly DiagnosticCode PageIsNotWritten =
            new("DOC0619", Severity.Warning, "page could not be brought to what its document says");
        public static readonly DiagnosticCode WindowIsClosed = new("DOC0620", Severity.Error, "publish window is closed");
        public static readonly DiagnosticCode ReceiptIsMissing =
            new("DOC0621", Severity.Warning, "document with our marker has no receipt");
    }
}

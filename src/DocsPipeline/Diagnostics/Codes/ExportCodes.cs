namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>055x: pages that cannot simply become documents. What happens inside a page's body is 050x.</summary>
    public static class Export
    {
        public static readonly DiagnosticCode KindIsUnknown = new("DOC0551", Severity.Error, "page names a kind that does not exist");
        public static readonly DiagnosticCode IdIsTaken = new("DOC0552", Severity.Error, "page has the id of another document");
        public static readonly DiagnosticCode BothSidesChanged =
            new("DOC0555", Severity.Warning, "page and document were changed in the same place");
        public static readonly DiagnosticCode PageIsGone = new("DOC0556", Severity.Warning, "page of a document is gone");
        public static readonly DiagnosticCode AttachmentIsNotTaken = new("DOC0557", Severity.Warning, "attachment is not taken over");
    }
}

namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>07xx: what partners send back.</summary>
    public static class Import
    {
        public static readonly DiagnosticCode DocumentIsUnknown =
            new("DOC0701", Severity.Warning, "feedback refers to a document that git does not know");
        public static readonly DiagnosticCode TemplateIsBroken = new("DOC0702", Severity.Error, "import template cannot be used");
        public static readonly DiagnosticCode PageWasEdited = new("DOC0703", Severity.Warning, "imported page was edited by people");
        public static readonly DiagnosticCode TableIsMissing = new("DOC0704", Severity.Error, "page has no table to add a row to");
        public static readonly DiagnosticCode PageIsTaken = new("DOC0705", Severity.Error, "a page of this title belongs to somebody else");
        public static readonly DiagnosticCode ParentIsMissing = new("DOC0706", Severity.Error, "parent page does not exist");
        public static readonly DiagnosticCode ImportFailed = new("DOC0707", Severity.Error, "item could not be imported");
    }
}

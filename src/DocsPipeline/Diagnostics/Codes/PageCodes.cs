namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>055x, where both directions meet them: spaces and pages that cannot be read or touched as they are.</summary>
    public static class Pages
    {
        public static readonly DiagnosticCode PageIsRestricted = new("DOC0553", Severity.Warning, "page may be read by some people only");
        public static readonly DiagnosticCode PageIsBeingEdited = new("DOC0554", Severity.Warning, "somebody is editing the page");
        public static readonly DiagnosticCode SpaceIsMissing = new("DOC0558", Severity.Error, "space does not exist");
        public static readonly DiagnosticCode PropertiesAreBroken = new("DOC0559", Severity.Error, "page properties cannot be read");
    }
}

namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>03xx: the text of a document.</summary>
    public static class Markdown
    {
        public static readonly DiagnosticCode HtmlIsNotAllowed = new("DOC0301", Severity.Error, "HTML is not allowed here");
        public static readonly DiagnosticCode HtmlIsNotBalanced = new("DOC0302", Severity.Error, "HTML tag has no partner");
        public static readonly DiagnosticCode ContainerIsUnknown = new("DOC0303", Severity.Error, "container is unknown");
        public static readonly DiagnosticCode ContainerIsNotClosed = new("DOC0304", Severity.Error, "container fence has no partner");
        public static readonly DiagnosticCode ContainerIsAmbiguous = new("DOC0305", Severity.Error, "container cannot be recognised here");
        public static readonly DiagnosticCode HeadingLevelIsSkipped = new("DOC0306", Severity.Warning, "heading level is skipped");
        public static readonly DiagnosticCode ExceedsLimits = new("DOC0307", Severity.Error, "Markdown exceeds the limits");
        public static readonly DiagnosticCode TakesTooLong = new("DOC0308", Severity.Error, "Markdown takes too long to read");
        public static readonly DiagnosticCode AlertIsUnknown = new("DOC0309", Severity.Error, "alert is unknown");
        public static readonly DiagnosticCode CharacterChangesDirection =
            new("DOC0310", Severity.Error, "character changes the direction of the text");
        public static readonly DiagnosticCode CharacterIsInvisible = new("DOC0311", Severity.Warning, "character is invisible");
        public static readonly DiagnosticCode HtmlIsNotStable =
            new("DOC0312", Severity.Error, "HTML would be read differently by a browser");
        public static readonly DiagnosticCode ContentStaysInternal = new("DOC0313", Severity.Warning, "content stays internal");
    }
}

namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>09xx too: what the systems answer, do not answer, or cannot do.</summary>
    public static class Systems
    {
        public static readonly DiagnosticCode SystemIsUnreachable = new("DOC0903", Severity.Error, "system does not answer");
        public static readonly DiagnosticCode SystemRefused = new("DOC0904", Severity.Error, "system refused the request");
        public static readonly DiagnosticCode OutcomeIsUnknown = new("DOC0907", Severity.Error, "outcome of a write is unknown");
        public static readonly DiagnosticCode CapabilityIsMissing = new("DOC0910", Severity.Error, "community cannot do what is asked");
    }
}

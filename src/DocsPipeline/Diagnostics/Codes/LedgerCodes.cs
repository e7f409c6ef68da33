namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>0616 and 0617: the ledger, whichever flow reads or writes it.</summary>
    public static class Ledger
    {
        public static readonly DiagnosticCode LedgerIsBroken = new("DOC0616", Severity.Error, "ledger cannot be trusted");
        public static readonly DiagnosticCode PublishedElsewhere = new("DOC0617", Severity.Error, "another run published meanwhile");
    }
}

namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>04xx: who may read what.</summary>
    public static class Leaks
    {
        public static readonly DiagnosticCode ContainerImitates = new("DOC0401", Severity.Error, "container name only looks like a known one");
        public static readonly DiagnosticCode MarkerIsUnreadable = new("DOC0402", Severity.Error, "readers of a block cannot be told");
    }
}

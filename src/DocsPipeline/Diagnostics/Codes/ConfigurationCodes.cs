namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>09xx: the command line, <c>pipeline.yml</c> and the environment.</summary>
    public static class Configuration
    {
        public static readonly DiagnosticCode VariableIsMissing =
            new("DOC0901", Severity.Error, "required environment variable is not set");
        public static readonly DiagnosticCode SettingsAreBroken = new("DOC0902", Severity.Error, "pipeline settings are not valid");
        public static readonly DiagnosticCode SchemaIsBroken = new("DOC0905", Severity.Error, "schema cannot be used");
        public static readonly DiagnosticCode CommandLineIsWrong = new("DOC0906", Severity.Error, "command line is not understood");
        public static readonly DiagnosticCode GitFailed = new("DOC0908", Severity.Error, "git could not do what was asked");
        public static readonly DiagnosticCode TreeIsNotSafe =
            new("DOC0909", Severity.Error, "repository holds an entry that is never read");
    }
}

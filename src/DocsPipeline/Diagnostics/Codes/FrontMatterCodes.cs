namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>01xx: the YAML between the two <c>---</c> lines.</summary>
    public static class FrontMatter
    {
        public static readonly DiagnosticCode KindIsMissing = new("DOC0101", Severity.Error, "`kind` is missing");
        public static readonly DiagnosticCode IsMissing = new("DOC0102", Severity.Error, "front matter is missing");
        public static readonly DiagnosticCode IsNotYaml = new("DOC0103", Severity.Error, "front matter is not valid YAML");
        public static readonly DiagnosticCode ConstructIsRefused = new("DOC0104", Severity.Error, "YAML construct is not allowed here");
        public static readonly DiagnosticCode KeyIsDuplicated = new("DOC0105", Severity.Error, "key stands here twice");
        public static readonly DiagnosticCode ExceedsLimits = new("DOC0106", Severity.Error, "front matter exceeds the limits");
        public static readonly DiagnosticCode IdIsNotValid = new("DOC0107", Severity.Error, "`id` is missing or not valid");
        public static readonly DiagnosticCode FileIsNotText = new("DOC0108", Severity.Error, "file is not UTF-8 text");
        public static readonly DiagnosticCode FileIsTooLarge = new("DOC0109", Severity.Error, "file is too large");
        public static readonly DiagnosticCode KindIsUnknown = new("DOC0110", Severity.Error, "no schema for this kind");
        public static readonly DiagnosticCode IdIsTaken = new("DOC0111", Severity.Error, "id belongs to another document");
    }
}

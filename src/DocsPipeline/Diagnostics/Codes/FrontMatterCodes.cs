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
        public static readonly DiagnosticCode FieldIsMissing = new("DOC0112", Severity.Error, "field is missing");
        public static readonly DiagnosticCode FieldIsUnknown = new("DOC0113", Severity.Error, "field is unknown");
        public static readonly DiagnosticCode ValueIsNotListed = new("DOC0114", Severity.Error, "value is none of those allowed");
        public static readonly DiagnosticCode ValueHasWrongType = new("DOC0115", Severity.Error, "value has the wrong type");
        public static readonly DiagnosticCode ValueIsNotValid = new("DOC0116", Severity.Error, "value is not valid");
        public static readonly DiagnosticCode SectionIsWrong = new("DOC0117", Severity.Error, "document lies in the wrong folder");
        public static readonly DiagnosticCode SupersededIsMissing = new("DOC0118", Severity.Error, "superseded document does not exist");
        public static readonly DiagnosticCode SupersessionIsCircular = new("DOC0119", Severity.Error, "documents supersede each other");
        public static readonly DiagnosticCode ReviewIsOverdue = new("DOC0120", Severity.Warning, "review is overdue");
        public static readonly DiagnosticCode DocumentHasExpired = new("DOC0121", Severity.Warning, "document has expired");
        public static readonly DiagnosticCode CertificateHasExpired = new("DOC0122", Severity.Error, "certificate has expired");
        public static readonly DiagnosticCode CertificateExpiresSoon = new("DOC0123", Severity.Warning, "certificate expires soon");
        public static readonly DiagnosticCode NoticeIsShort = new("DOC0124", Severity.Warning, "notice is too short");
        public static readonly DiagnosticCode TimesAreOutOfOrder = new("DOC0125", Severity.Error, "times are out of order");
        public static readonly DiagnosticCode EnvironmentsAreEqual = new("DOC0127", Severity.Error, "test and production are the same");
        public static readonly DiagnosticCode RelatedIsMissing = new("DOC0126", Severity.Error, "related document does not exist");
    }
}

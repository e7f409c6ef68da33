namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>05xx: storage format ⇄ Markdown.</summary>
    public static class Conversion
    {
        public static readonly DiagnosticCode StorageIsNotWellFormed = new("DOC0501", Severity.Error, "storage format is not well-formed");
        public static readonly DiagnosticCode PageIsTooLarge = new("DOC0502", Severity.Error, "page is too large");
        public static readonly DiagnosticCode NestingIsTooDeep = new("DOC0503", Severity.Error, "elements are nested too deeply");
        public static readonly DiagnosticCode DeclarationIsRefused = new("DOC0504", Severity.Error, "declarations have no place in a page");
        public static readonly DiagnosticCode EntityIsUnknown = new("DOC0505", Severity.Error, "entity is unknown");
        public static readonly DiagnosticCode PartIsDropped =
            new("DOC0506", Severity.Warning, "part has no form on the other side and is dropped");
        public static readonly DiagnosticCode LinkIsDisarmed =
            new("DOC0507", Severity.Warning, "link target could run code and is disarmed");
        public static readonly DiagnosticCode InlineCommentIsOpen = new("DOC0508", Severity.Note, "inline comments are open on this page");
        public static readonly DiagnosticCode InlineCommentIsLost =
            new("DOC0509", Severity.Warning, "inline comment lost the text it stood on");
        public static readonly DiagnosticCode FileIsUnreadable = new("DOC0510", Severity.Error, "file cannot be converted");
        public static readonly DiagnosticCode ConverterFailed = new("DOC0511", Severity.Error, "converter failed on this file");
        public static readonly DiagnosticCode StructureIsBroken =
            new("DOC0512", Severity.Error, "layout or macro lost one of its markers");
        public static readonly DiagnosticCode OutputIsShared = new("DOC0513", Severity.Error, "several files would become one");
        public static readonly DiagnosticCode OutputIsEdited =
            new("DOC0514", Severity.Error, "result was edited since it was written");
    }
}

namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>02xx: links, images and the files beside the documents.</summary>
    public static class Links
    {
        public static readonly DiagnosticCode AddressIsRefused = new("DOC0201", Severity.Error, "address is not allowed");
        public static readonly DiagnosticCode LeavesContent = new("DOC0202", Severity.Error, "link leaves the documents");
        public static readonly DiagnosticCode TargetDoesNotExist = new("DOC0203", Severity.Error, "link target does not exist");
        public static readonly DiagnosticCode AnchorDoesNotExist = new("DOC0204", Severity.Error, "heading does not exist");
        public static readonly DiagnosticCode FileDoesNotExist = new("DOC0205", Severity.Error, "file does not exist");
        public static readonly DiagnosticCode FileIsTooLarge = new("DOC0206", Severity.Error, "file is too large");
        public static readonly DiagnosticCode FileTypeIsRefused = new("DOC0207", Severity.Error, "file type is not allowed");
        public static readonly DiagnosticCode FileIsNotWhatItSays = new("DOC0208", Severity.Error, "file is not what its name says");
        public static readonly DiagnosticCode FileNameIsNotPortable = new("DOC0209", Severity.Error, "file name does not work everywhere");
        public static readonly DiagnosticCode ImageIsRemote = new("DOC0210", Severity.Error, "image lies outside");
        public static readonly DiagnosticCode ImageHasNoText = new("DOC0211", Severity.Warning, "image has no alternative text");
        public static readonly DiagnosticCode StaysInConfluence = new("DOC0212", Severity.Warning, "link leads into Confluence");
        public static readonly DiagnosticCode InternalFileDoesNotExist =
            new("DOC0213", Severity.Warning, "file of an internal document does not exist");
        public static readonly DiagnosticCode FileHasChanged = new("DOC0214", Severity.Error, "file is no longer what was checked");
    }
}

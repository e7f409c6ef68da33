namespace DocsPipeline.Diagnostics;

public static partial class Catalogue
{
    /// <summary>04xx: who may read what.</summary>
    public static class Leaks
    {
        public static readonly DiagnosticCode ContainerImitates =
            new("DOC0401", Severity.Error, "container name only looks like a known one");
        public static readonly DiagnosticCode MarkerIsUnreadable = new("DOC0402", Severity.Error, "readers of a block cannot be told");
        public static readonly DiagnosticCode PartnerIsUnknown = new("DOC0403", Severity.Error, "partner is unknown");
        public static readonly DiagnosticCode PartnerIsOutsideAudience = new("DOC0404", Severity.Error, "partner is not in the audience");
        public static readonly DiagnosticCode BlockStaysInternal = new("DOC0405", Severity.Error, "partner block reaches nobody");
        public static readonly DiagnosticCode LinkLeadsInside = new("DOC0406", Severity.Error, "link leads to what partners cannot see");
        public static readonly DiagnosticCode CommunityIsUnknown = new("DOC0407", Severity.Error, "community is unknown");
        public static readonly DiagnosticCode GroupIsUnknown = new("DOC0408", Severity.Error, "group is unknown");
        public static readonly DiagnosticCode AudienceIsMissing = new("DOC0409", Severity.Warning, "nobody may read this document");
        public static readonly DiagnosticCode InternalHasAudience = new("DOC0410", Severity.Error, "internal document has an audience");
        public static readonly DiagnosticCode AgreementHasSeveralPartners =
            new("DOC0411", Severity.Error, "agreement is not for exactly one partner");
        public static readonly DiagnosticCode SecretIsPasted = new("DOC0412", Severity.Error, "secret is pasted into the text");
        public static readonly DiagnosticCode RestrictedHasGroups = new("DOC0413", Severity.Error, "restricted document names groups");
        public static readonly DiagnosticCode LinkIsNotForAll = new("DOC0414", Severity.Warning, "not every reader may follow the link");
    }
}

using DocsPipeline.Flows.Validate.Rules;

namespace DocsPipeline.Flows.Validate;

/// <summary>Every mistake that is looked for in a document.</summary>
internal static class DocumentRules
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        new KindIsUnknown(),
        new FrontMatterBreaksSchema(),
        new SectionIsWrong(),
        new RelatedDocumentIsMissing(),
        new SupersessionIsCircular(),
        new ReviewIsOverdue(),
        new DocumentHasExpired(),
        new CertificateHasExpired(),
        new NoticeIsShort(),
        new IncidentTimesAreOutOfOrder(),
        new EnvironmentsAreEqual(),
        new MarkdownIsBroken(),
        new HeadingLevelIsSkipped(),
        new CharacterIsInvisible(),
        new LinkIsBroken(),
        new ImageIsBroken(),
        new LinkLeadsInside(),
        new AudienceIsUnknown(),
        new AudienceContradictsClassification(),
        new AgreementHasSeveralPartners(),
        new PartnerBlockReachesNobody(),
        new SecretIsPasted(),
    ];
}

using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Documents.Rules;

/// <summary>Every mistake that is looked for in content: what Validate tells and what Publish refuses.</summary>
public static class DocumentRules
{
    internal static IReadOnlyList<IRule> All { get; } =
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

    /// <summary>
    /// Everything that is wrong with the content on a day, in no order; a pure function of both. Settings or schemas that are broken throw
    /// <see cref="PipelineException"/>, because then nothing can be held against them.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Check(ContentSnapshot content, DateOnly today, CancellationToken cancellation = default)
    {
        // The two halves of the start-up that do not need each other.
        var settings = Task.Run(() => content.Settings, cancellation);
        var documents = content.Documents;
        _ = content.Kinds;
        settings.GetAwaiter().GetResult();
        try
        {
            return
            [
                .. documents.Diagnostics,
                .. documents.Documents.AsParallel().WithCancellation(cancellation).SelectMany(document => Check(document, content, today)),
                .. documents.Attachments.Values.AsParallel().WithCancellation(cancellation).SelectMany(AttachmentRules.Check),
            ];
        }
        catch (AggregateException several) when (several.Flatten().InnerExceptions.OfType<PipelineException>().FirstOrDefault() is { } broken)
        {
            throw broken;
        }
    }

    private static List<Diagnostic> Check(Document document, ContentSnapshot content, DateOnly today)
    {
        var context = new RuleContext(document, content, today);
        return [.. All.SelectMany(rule => rule.Check(context))];
    }
}

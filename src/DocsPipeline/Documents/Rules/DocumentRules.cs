using System.Runtime.ExceptionServices;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Rules.Summaries;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Documents.Rules;

/// <summary>
/// Every mistake that is looked for in content: what Validate tells and what Publish refuses. First each document by itself, then what
/// documents say of each other, then the files beside them.
/// </summary>
public static class DocumentRules
{
    internal static IReadOnlyList<IRule> OfOne { get; } =
    [
        new KindIsUnknown(),
        new FrontMatterBreaksSchema(),
        new SectionIsWrong(),
        new ReviewIsOverdue(),
        new DocumentHasExpired(),
        new CertificateHasExpired(),
        new NoticeIsShort(),
        new IncidentTimesAreOutOfOrder(),
        new EnvironmentsAreEqual(),
        new MarkdownIsBroken(),
        new HeadingLevelIsSkipped(),
        new CharacterIsInvisible(),
        new LinkIsRefused(),
        new ImageIsRefused(),
        new AudienceIsUnknown(),
        new AudienceContradictsClassification(),
        new AgreementHasSeveralPartners(),
        new PartnerBlockReachesNobody(),
        new SecretIsPasted(),
    ];

    internal static IReadOnlyList<IReferenceRule> OfReferences { get; } =
    [
        new IdIsTaken(),
        new RelatedDocumentIsMissing(),
        new SupersessionIsCircular(),
        new LinkIsBroken(),
        new ImageIsBroken(),
        new LinkLeadsInside(),
    ];

    /// <summary>
    /// Everything that is wrong with the content on a day, in no order; a pure function of both, whatever the cache remembers. Settings or
    /// schemas that are broken throw <see cref="PipelineException"/>, because then nothing can be held against them.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Check(
        ContentSnapshot content, DateOnly today, SummaryCache? cache = null, CancellationToken cancellation = default)
    {
        var known = cache?.Open(content, today);
        if (known is { AreCurrent: true })
        {
            content.TrustSettings();
        }
        else
        {
            // The two halves of the start-up that do not need each other.
            var settings = Task.Run(() => content.Settings, cancellation);
            _ = content.Kinds;
            _ = settings.GetAwaiter().GetResult();
        }

        try
        {
            return
            [
                .. known is null ? Find(content, today, cancellation) : Find(known, content, today, cancellation),
                .. content.Attachments.Values.AsParallel().WithCancellation(cancellation).SelectMany(AttachmentRules.Check),
            ];
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions.OfType<PipelineException>().FirstOrDefault()
                ?? several.Flatten().InnerExceptions[0]);
            throw;
        }
    }

    private static IReadOnlyList<Diagnostic> Find(
        KnownSummaries known, ContentSnapshot content, DateOnly today, CancellationToken cancellation)
    {
        var documents = content.DocumentFiles.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(file => known.GetOrAdd(file, read => DocumentSummaries.Of(read, content, today))).ToList();
        var (stale, found) = known.Compare(documents, content.Attachments.Keys);
        if (stale.Count == 0)
        {
            return found;
        }

        var finding = Task.Run<IReadOnlyList<Diagnostic>>(
            () => [.. found, .. Find(stale, Index(documents, content), cancellation)], cancellation);
        known.Save(documents, content.Attachments.Keys, finding.GetAwaiter().GetResult);
        return finding.GetAwaiter().GetResult();
    }

    private static IReadOnlyList<Diagnostic> Find(ContentSnapshot content, DateOnly today, CancellationToken cancellation)
    {
        var documents = content.DocumentFiles.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(file => new KnownSummary("", DocumentSummaries.Of(file, content, today))).ToList();
        return [.. Find(documents, Index(documents, content), cancellation)];
    }

    private static ParallelQuery<Diagnostic> Find(
        IReadOnlyList<KnownSummary> documents, ContentIndex index, CancellationToken cancellation) =>
        documents.AsParallel().AsOrdered().WithCancellation(cancellation).SelectMany(document =>
            document.Summary.Faults.Concat(OfReferences.SelectMany(rule => rule.Check(document.Summary, index))));

    private static ContentIndex Index(IReadOnlyList<KnownSummary> documents, ContentSnapshot content) =>
        new(documents, content.Attachments.Keys.ToHashSet(StringComparer.Ordinal), content.Access);
}

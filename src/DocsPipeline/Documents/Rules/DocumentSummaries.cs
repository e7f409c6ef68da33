using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Html;
using DocsPipeline.Documents.Markdown.Tree;
using DocsPipeline.Documents.Rules.Summaries;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Documents.Yaml;

namespace DocsPipeline.Documents.Rules;

/// <summary>Reads a document, holds it against the rules that need no other, and keeps what the others need of it.</summary>
internal static class DocumentSummaries
{
    public static DocumentSummary Of(ContentFile file, ContentSnapshot content, DateOnly today)
    {
        var faults = new List<Diagnostic>();
        if (content.Read(file, faults) is not { } document)
        {
            return new DocumentSummary(file.Path, null) { Faults = faults };
        }

        var context = new RuleContext(document, content, today);
        faults.AddRange(DocumentRules.OfOne.SelectMany(rule => rule.Check(context)));
        var matter = document.FrontMatter;
        return new DocumentSummary(file.Path, document.Id.Value)
        {
            Faults = faults,
            IdSpan = matter.SpanOf("id"),
            IsPublished = context.IsPublished,
            Audience = document.Audience,
            Supersedes = matter.Text("supersedes"),
            SupersedesSpan = matter.SpanOf("supersedes"),
            References = [.. Links(context), .. Images(context)],
            Ids =
            [
                .. Ids(matter, "related", Catalogue.FrontMatter.RelatedIsMissing),
                .. Ids(matter, "supersedes", Catalogue.FrontMatter.SupersededIsMissing),
            ],
            Anchors = [.. Anchors.Labelled(context.Outline).Select(anchor => new Anchor(anchor.Key, anchor.Value))],
        };
    }

    private static IEnumerable<Reference> Links(RuleContext context)
    {
        foreach (var (link, target) in context.Links)
        {
            if (target is LinkTarget.File file)
            {
                yield return new Reference(ReferenceKind.Link, file.Path, file.Anchor, link.Readers, context.SpanOf(link.Place));
            }
            else if (target is LinkTarget.Heading heading)
            {
                var path = context.Document.Path;
                yield return new Reference(ReferenceKind.Heading, path, heading.Anchor, link.Readers, context.SpanOf(link.Place));
            }
        }
    }

    private static IEnumerable<Reference> Images(RuleContext context)
    {
        foreach (var (image, target) in context.Images)
        {
            if (target is LinkTarget.File file)
            {
                var kind = ImageIsBroken.IsMute(image) ? ReferenceKind.MuteImage : ReferenceKind.Image;
                yield return new Reference(kind, file.Path, null, image.Readers, context.SpanOf(image.Place));
            }
        }
    }

    private static IEnumerable<IdReference> Ids(FrontMatter matter, string field, DiagnosticCode missing)
    {
        var isList = matter.Find(field) is YamlList;
        return matter.Texts(field).Select((id, index) => new IdReference(missing, id, matter.SpanOf(isList ? $"{field}[{index}]" : field)));
    }
}

using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Kinds;

namespace DocsPipeline.Flows.Validate.Rules;

/// <summary>What reading the body already found: HTML that is not allowed, blocks without an end, limits.</summary>
internal sealed class MarkdownIsBroken : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        // In a document of which nothing is published as a whole it is no news that something stays internal.
        var whole = subject.Kind?.Publication.For(subject.Document) == PublicationRule.Whole && subject.IsPublished;
        return subject.Tree.DiagnosticsOf(subject.Document).Where(diagnostic => whole || diagnostic.Code != Catalogue.Markdown.ContentStaysInternal);
    }
}

using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Kinds;

namespace DocsPipeline.Documents.Rules;

/// <summary>What reading the body already found: HTML that is not allowed, blocks without an end, limits.</summary>
internal sealed class MarkdownIsBroken : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        // In a document of which nothing is published as a whole it is no news that something stays internal.
        var whole = context.Kind?.Publication.For(context.Document) == PublicationRule.Whole && context.IsPublished;
        return context.Tree.DiagnosticsOf(context.Document)
            .Where(diagnostic => whole || diagnostic.Code != Catalogue.Markdown.ContentStaysInternal);
    }
}

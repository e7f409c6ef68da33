using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown.Regions;
using DocsPipeline.Documents.Markdown.Tree;
using Markdig.Parsers;
using Markdig.Syntax;

namespace DocsPipeline.Documents.Markdown;

/// <summary>Markdown to tree: the limits first, then Markdig, then the closed set of nodes. Never throws for what a text says.</summary>
public static class MarkdownReader
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    // Below this even the worst known text takes milliseconds, and a thread of its own would cost more than the parsing.
    private const int SmallEnough = 16 * 1024;

    /// <summary>The whole body, for those who may read all of it, labelled under a kind's rule.</summary>
    public static DocumentTree Read(string body, PublicationRule rule = PublicationRule.Whole)
    {
        var faults = new List<MarkdownFault>();
        var regions = RegionMap.Scan(body);
        if (regions.TooDeepAt >= 0)
        {
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.ExceedsLimits, new Place(regions.TooDeepAt, 3),
                $"blocks are nested deeper than {MarkdownPipelines.MaxDepth} levels"));
            return new DocumentTree([], regions, faults);
        }

        var nodes = Limited(body, faults) ? Parse(body, rule, regions, faults) : null;
        RegionFaults.Find(regions, faults);
        return new DocumentTree(nodes ?? [], regions, faults);
    }

    private static bool Limited(string body, List<MarkdownFault> faults)
    {
        if (body.Length > DocumentReader.MaxBytes)
        {
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.ExceedsLimits, default, $"text is longer than {DocumentReader.MaxBytes / 1024} KiB"));
            return false;
        }

        if (MarkdownBudget.SpentAt(body) is >= 0 and var spent)
        {
            faults.Add(
                new MarkdownFault(
                    Catalogue.Markdown.ExceedsLimits, new Place(spent, 1), "paragraph has too many opening marks for its length",
                Help: "divide it with blank lines, or put it in a code block"));
            return false;
        }

        return true;
    }

    private static IReadOnlyList<Node>? Parse(string body, PublicationRule rule, RegionMap regions, List<MarkdownFault> faults)
    {
        // The task has its own list: a parser that missed the deadline must not write into ours later.
        var found = new List<MarkdownFault>();
        IReadOnlyList<Node>? Work() => Parse(body, rule, regions, found, MarkdownPipelines.MaxDepth);
        if (body.Length <= SmallEnough)
        {
            var nodes = Work();
            faults.AddRange(found);
            return nodes;
        }

        var parsing = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!parsing.Wait(Deadline))
        {
            faults.Add(new MarkdownFault(
                Catalogue.Markdown.TakesTooLong, default, $"text takes longer than {Deadline.TotalSeconds:0} seconds to read",
                Help: "split the document"));
            return null;
        }

        faults.AddRange(found);
        return parsing.Result;
    }

    private static IReadOnlyList<Node>? Parse(string body, PublicationRule rule, RegionMap regions, List<MarkdownFault> faults, int depth)
    {
        try
        {
            var document = MarkdownParser.Parse(body, MarkdownPipelines.Document);
            RegionFaults.Compare(regions, document.Descendants<RegionBlock>(), faults);
            var here = rule == PublicationRule.Whole ? Readers.Audience : Readers.Nobody;
            var ceiling = rule == PublicationRule.Never ? Readers.Nobody : Readers.Audience;
            return new TreeBuilder(body, faults).Build(document, new Scope(here, ceiling));
        }
        catch (ArgumentException fault) when (fault.Message.Contains("nested", StringComparison.Ordinal))
        {
            faults.Clear();
            faults.Add(new MarkdownFault(Catalogue.Markdown.ExceedsLimits, default, $"blocks are nested deeper than {depth} levels"));
            return null;
        }
    }
}

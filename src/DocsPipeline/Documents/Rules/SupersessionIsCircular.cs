using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

internal sealed class SupersessionIsCircular : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var chain = new List<string> { context.Document.Id.Value };
        while (context.Content.Documents.ById.TryGetValue(chain[^1], out var document) && document.FrontMatter.Text("supersedes") is { } next)
        {
            if (next == chain[0])
            {
                if (chain.Min(StringComparer.Ordinal) != chain[0])
                {
                    yield break;
                }

                yield return context.At(Catalogue.FrontMatter.SupersessionIsCircular, "supersedes", chain.Count == 1 ? "document supersedes itself" : "documents supersede each other",
                    help: "let only the newer document name the older one", notes: string.Join(" → ", chain.Append(next)));
                yield break;
            }

            if (chain.Contains(next))
            {
                yield break;
            }

            chain.Add(next);
        }
    }
}

using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Validate.Rules;

internal sealed class SupersessionIsCircular : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        var chain = new List<string> { subject.Document.Id.Value };
        while (subject.Library.Documents.ById.TryGetValue(chain[^1], out var document) && document.FrontMatter.Text("supersedes") is { } next)
        {
            if (next == chain[0])
            {
                if (chain.Min(StringComparer.Ordinal) != chain[0])
                {
                    yield break;
                }

                yield return subject.At(Catalogue.FrontMatter.SupersessionIsCircular, "supersedes", chain.Count == 1 ? "document supersedes itself" : "documents supersede each other",
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

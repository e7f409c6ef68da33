using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>Writes the whole text of a document: front matter in the order of its kind's schema, then the Markdown.</summary>
internal sealed class DocumentWriter(KindCatalogue kinds)
{
    /// <param name="draft">What to write.</param>
    /// <param name="document">The document as it is, whose lines stay where nothing changes; null for a new one.</param>
    /// <param name="source">What the front matter says about the page.</param>
    public string Write(DocumentDraft draft, Document? document, ConfluenceSource source)
    {
        var fields = draft.Fields.ToDictionary();
        fields["confluence"] = FrontMatterLayout.Of(source);
        if (document is not null)
        {
            var schema = kinds.TryGet(document.Kind, out var kind) ? kind.Json : [];
            return FrontMatterEdit.Apply(draft.Body is null ? document : document with { Body = draft.Body }, fields, schema);
        }

        fields["id"] = FrontMatterLayout.Text(draft.Candidate.Id);
        var written = new StringBuilder("---\n");
        foreach (var key in FrontMatterLayout.Order(fields.Keys, draft.Candidate.Kind!.Json))
        {
            written.Append(FrontMatterLayout.Field(key, fields[key]!));
        }

        return written.Append("---\n").Append(draft.Body).ToString();
    }
}

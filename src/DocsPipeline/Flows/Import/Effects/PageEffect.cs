using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Flows.Import.Rules;
using DocsPipeline.Flows.Import.Templates;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Systems.Confluence;
using YamlList = DocsPipeline.Documents.Yaml.YamlList;

namespace DocsPipeline.Flows.Import.Effects;

/// <summary>
/// A page of its own, made from a template that is a document: its front matter becomes page properties, so that the next Export brings it
/// into git. As long as nobody else edits the page it follows the community; afterwards news goes into comments.
/// </summary>
public sealed class PageEffect(ConfluenceClient confluence, ImportTemplates templates, ConfluenceSpace space, string? parent)
    : IImportEffect
{
    // A page that nobody saved since it was made.
    private const int FirstVersion = 1;

    public async Task<EffectOutcome> ApplyAsync(
        ImportItem item, ImportRule rule, ImportRecord record, bool mayExist, CancellationToken cancellation)
    {
        var (document, title) = Render(item, rule);
        var digest = Digest.Of(document.Text);
        var page = record.Page is { } id ? await ImportedPages.FindAsync(confluence, id, cancellation)
            : mayExist ? await AdoptAsync(document, title, cancellation)
            : null;
        var storage = ImportedPages.Storage(document.Body, null, Properties(document));
        if (page is null)
        {
            var made = new NewPage(space, title, storage, await ParentAsync(rule, cancellation));
            if (await confluence.CreatePageAsync(made, cancellation) is { } created)
            {
                return Now(created);
            }

            page = await AdoptAsync(document, title, cancellation) ?? throw Taken(title);
        }

        if (record.PageSha256 == digest)
        {
            return new EffectOutcome(record, page.Url);
        }

        // A run that died before it could write that down may have brought the page here already.
        if (ImportedPages.SaySame(page.Body, storage))
        {
            return Now(page);
        }

        var body = ImportedPages.Storage(document.Body, page.Body, Properties(document));
        var change = new PageChange(page, page.Title, body, $"import:{item.Reference}");
        if (page.Version == (record.PageVersion ?? FirstVersion)
            && await confluence.UpdatePageAsync(change, cancellation) is { } written)
        {
            return Now(written);
        }

        await CommentAsync(page, item, rule, document, cancellation);
        return new EffectOutcome(record with { Page = page.Id, PageSha256 = digest }, page.Url, Catalogue.Import.PageWasEdited.At(
            $"page {page.Id}", SourceSpan.Start, $"\"{page.Title}\" was edited by people; the news is in a comment on it"));

        EffectOutcome Now(ConfluencePage current) =>
            new(record with { Page = current.Id, PageVersion = current.Version, PageSha256 = digest }, current.Url);
    }

    // The version is left out of the comparison: the reference back raises it after the comment was made.
    private async Task CommentAsync(
        ConfluencePage page, ImportItem item, ImportRule rule, Document document, CancellationToken cancellation)
    {
        var news = rule.Issue is { } issue ? templates.RenderFile(issue.Template, item.Model) : document.Body;
        var reference = $"Reference: {item.Reference.Id}, version ";
        var comment = ImportedPages.Storage($"{news.Trim()}\n\n{reference}{item.Version}\n");
        var known = (await confluence.ListFooterCommentsAsync(page.Id, cancellation))
            .Where(other => other.Body.Contains(reference, StringComparison.Ordinal));
        if (!known.Any(other => ImportedPages.SaySame(Unversioned(other.Body), Unversioned(comment))))
        {
            await confluence.AddFooterCommentAsync(page.Id, comment, cancellation);
        }

        string Unversioned(string storage)
        {
            var start = storage.IndexOf(reference, StringComparison.Ordinal) + reference.Length;
            return storage[..start] + storage[(start + storage[start..].TakeWhile(char.IsAsciiDigit).Count())..];
        }
    }

    private (Document Document, string Title) Render(ImportItem item, ImportRule rule)
    {
        var page = rule.Page!;
        var title = templates.RenderText(page.Title, item.Model);
        var model = item.Model.With("page", ItemModel.Of(("id", Slug.Of(templates.RenderText(page.Id, item.Model))), ("title", title)));
        var diagnostics = new List<Diagnostic>();
        var text = templates.RenderFile(rule.Template!, model);
        var file = new ContentFile($"schemas/templates/{rule.Template}", Encoding.UTF8.GetBytes(text));
        return (DocumentReader.Read(file, diagnostics) ?? throw new PipelineException(ExitCode.Errors, diagnostics), title);
    }

    // A page that an earlier run made and could not write down carries the document's id in its properties; any other page of this title is
    // somebody else's.
    private async Task<ConfluencePage?> AdoptAsync(Document document, string title, CancellationToken cancellation) =>
        await confluence.FindPageByTitleAsync(space, title, cancellation) is { } page
        && ImportedPages.Markdown(page).Properties?.Fields.GetValueOrDefault("id")?.Trim() == document.Id.Value
            ? page
            : null;

    private async Task<string?> ParentAsync(ImportRule rule, CancellationToken cancellation)
    {
        foreach (var title in new[] { rule.Page!.Parent, parent }.OfType<string>())
        {
            if (await confluence.FindPageByTitleAsync(space, title, cancellation) is { } found)
            {
                return found.Id;
            }
        }

        return rule.Page.Parent is null && parent is null ? null : throw new PipelineException(
            ExitCode.Errors, Catalogue.Import.ParentIsMissing.At(
                $"space {space.Key}", SourceSpan.Start, $"space {space.Key} has neither a page \"{rule.Page.Parent}\" nor \"{parent}\""));
    }

    private PipelineException Taken(string title) => new(ExitCode.Errors, Catalogue.Import.PageIsTaken.At(
        $"space {space.Key}",
        SourceSpan.Start,
        $"space {space.Key} has a page \"{title}\" that Import did not make",
        help: "rename that page"));

    // Title stands above the page and needs no row.
    private static PageProperties Properties(Document document) => new(document.FrontMatter.Root.Entries
        .Where(entry => entry.Key != "title")
        .ToDictionary(entry => entry.Key, entry => entry.Value is YamlList
            ? PageProperties.Sequence(document.FrontMatter.Texts(entry.Key))
            : PageProperties.Scalar(document.FrontMatter.Text(entry.Key) ?? "")));
}

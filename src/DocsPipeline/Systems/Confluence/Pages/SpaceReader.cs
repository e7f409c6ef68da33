using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Systems.Confluence.Pages;

/// <summary>A space with all its current pages, oldest first: who had a name first keeps it.</summary>
internal sealed record SpaceContent(SpaceSettings Settings, ConfluenceSpace Space, IReadOnlyList<ConfluencePage> Pages);

/// <summary>Reads the spaces that the settings name, completely or not at all.</summary>
internal sealed class SpaceReader(ConfluenceClient confluence, IProgress<string> progress)
{
    public async Task<IReadOnlyList<SpaceContent>> ReadAsync(IReadOnlyList<SpaceSettings> settings, CancellationToken cancellation)
    {
        var found = new List<SpaceContent>();
        var missing = new List<Diagnostic>();
        foreach (var space in settings)
        {
            progress.Report($"Reading space {space.Key}");
            if (await confluence.FindSpaceAsync(space.Key, cancellation) is { } known)
            {
                var pages = await confluence.ListPagesAsync(known, cancellation);
                found.Add(new SpaceContent(space, known, [.. pages.OrderBy(page => page.CreatedAt).ThenBy(page => page.Id.Length).ThenBy(page => page.Id, StringComparer.Ordinal)]));
                progress.Report($"Space {space.Key} has {pages.Count} pages");
            }
            else if (!space.Optional)
            {
                missing.Add(Catalogue.Export.SpaceIsMissing.At(
                    PipelineSettings.Path, SourceSpan.Start, $"there is no space `{space.Key}` that the pipeline may read", help: "correct its key, or say `optional: true`"));
            }
        }

        return missing.Count == 0 ? found : throw new PipelineException(ExitCode.Errors, missing);
    }
}

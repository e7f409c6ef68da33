using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Sync.Pages;

/// <summary>A space with all its current pages (without bodies), oldest first: who had a name first keeps it.</summary>
internal sealed record SpaceContent(SpaceSettings Settings, ConfluenceSpace Space, IReadOnlyList<ConfluencePage> Pages);

/// <summary>Lists the spaces that the settings name, completely or not at all.</summary>
internal sealed class SpaceReader(ConfluenceClient confluence, IProgress<string> progress)
{
    public async Task<IReadOnlyList<SpaceContent>> ReadAsync(IReadOnlyList<SpaceSettings> settings, CancellationToken cancellation)
    {
        var keys = string.Join(", ", settings.Select(space => space.Key));
        progress.Report($"Listing {(settings.Count == 1 ? "space" : "spaces")} {keys}");
        var found = await Task.WhenAll(settings.Select(space => ListAsync(space, cancellation)));
        var missing = settings.Zip(found).Where(pair => pair is { First.Optional: false, Second: null })
            .Select(pair => Catalogue.Pages.SpaceIsMissing.At(
                PipelineSettings.Path, SourceSpan.Start, $"there is no space `{pair.First.Key}` that the pipeline may read",
                help: "correct its key, or say `optional: true`"))
            .ToList();
        return missing.Count == 0 ? [.. found.OfType<SpaceContent>()] : throw new PipelineException(ExitCode.Errors, missing);
    }

    private async Task<SpaceContent?> ListAsync(SpaceSettings settings, CancellationToken cancellation)
    {
        if (await confluence.FindSpaceAsync(settings.Key, cancellation) is not { } space)
        {
            return null;
        }

        var pages = await confluence.ListPagesAsync(space, cancellation);
        progress.Report($"Space {settings.Key} has {pages.Count} pages");
        var ordered = pages.OrderBy(page => page.CreatedAt).ThenBy(page => page.Id.Length).ThenBy(page => page.Id, StringComparer.Ordinal);
        return new SpaceContent(settings, space, [.. ordered]);
    }
}

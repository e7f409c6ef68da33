using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Tests.Flows.Export;
using Xunit.Abstractions;

namespace DocsPipeline.Tests.EndToEnd;

public sealed class BroughtPagesRenderTests(ITestOutputHelper output)
{
    private const string Community = "halden-suppliers";

    [CorpusFact]
    public void Real_pages_reach_the_renderer_and_come_out_or_are_refused_with_a_reason()
    {
        var policy = ContentFolder.Read(Checkout.Root, "schemas", "content/pipeline.yml");
        var pages = Directory.EnumerateFiles(CorpusFactAttribute.Pages, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        var documents = DocumentSet.Load(pages.Select(Document).OfType<ContentFile>());
        var content = new ContentSnapshot(PipelineSettingsReader.Read(policy), KindCatalogue.Load(policy), documents);
        var renderer = new PublicationRenderer(content);
        var refused = new List<string>();
        foreach (var document in documents.Documents)
        {
            try
            {
                renderer.Render(document, Community, Reader.Audience).ShouldNotBeNull().Html.ShouldNotBeEmpty();
            }
            catch (PipelineException refusal)
            {
                refused.Add($"{document.Path}: {refusal.Diagnostics[0]}");
            }
        }

        output.WriteLine($"{documents.Documents.Count} pages, {refused.Count} refused\n{string.Join('\n', refused)}");
        documents.IsComplete.ShouldBeTrue();
        documents.Documents.Count.ShouldBeGreaterThan(50);
        refused.Count.ShouldBeLessThanOrEqualTo(documents.Documents.Count / 10);
    }

    private static ContentFile? Document(string file, int number)
    {
        var markdown = new StorageFormatToMarkdown().Convert(File.ReadAllText(file), new ConversionOptions()).Markdown;
        var text = $"---\nid: brought-{number}\nkind: faq-article\ntitle: Page {number}\nsummary: A page.\n"
            + "classification: partner\nselected: true\nowner: a@halden.example\n"
            + $"audience: {{ communities: [{Community}], groups: [everyone] }}\n---\n{markdown}";
        return markdown is null ? null : new ContentFile($"content/faq/brought-{number}.md", Encoding.UTF8.GetBytes(text));
    }
}

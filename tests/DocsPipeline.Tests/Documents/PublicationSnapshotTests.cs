using System.Globalization;
using System.Text;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Publishing;

namespace DocsPipeline.Tests.Documents;

/// <summary>A handful of publications of the sample content, whole, as each reader gets them.</summary>
public sealed class PublicationSnapshotTests
{
    private const string Community = "halden-suppliers";

    [Theory]
    [InlineData("as2-setup-guide", null)]
    [InlineData("sftp-setup-guide", null)]
    [InlineData("incident-inc-000017", null)]
    [InlineData("incident-inc-000017", "acme")]
    [InlineData("edi-gateway-cutover-january-2027", null)]
    [InlineData("edi-gateway-cutover-january-2027", "borealis")]
    [InlineData("partner-agreement-acme-tools", null)]
    public void What_a_reader_gets_is_what_was_reviewed(string document, string? partner)
    {
        var reader = partner is null ? Reader.Audience : Reader.Partner(partner);
        var renderer = new PublicationRenderer(Checkout.Content);

        var publication = renderer.Render(Checkout.Documents.ById[document], Community, reader).ShouldNotBeNull();

        Text(publication).ShouldMatchSnapshot(publication.ExternalId);
    }

    private static string Text(Publication publication)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"title: {publication.Title}\nsummary: {publication.Summary}\n");
        foreach (var fact in publication.Facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{fact.Label}: {fact.Value}\n");
        }

        foreach (var file in publication.Attachments)
        {
            text.Append(CultureInfo.InvariantCulture, $"file: {file.FileName} {file.MediaType} {file.Sha256}\n");
        }

        return text.Append('\n').Append(publication.Html).ToString();
    }
}

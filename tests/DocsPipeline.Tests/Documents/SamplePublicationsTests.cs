using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Tests.Documents;

/// <summary>What partners would get of the sample content, and the sentences that only some of them may read.</summary>
public sealed class SamplePublicationsTests
{
    private const string Community = "halden-suppliers";

    private static readonly Lazy<IReadOnlyList<(Reader Reader, Publication Publication)>> All = new(() =>
    {
        var renderer = new PublicationRenderer(Checkout.Content);
        return
        [
            .. from document in Checkout.Documents.Documents
               from reader in renderer.ReadersOf(document, Community)
               let publication = renderer.Render(document, Community, reader)
               where publication is not null
               select (reader, publication),
        ];
    });

    public static TheoryData<string> Paths => [.. Checkout.Documents.Documents.Select(document => document.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_body_is_read_without_a_complaint(string path)
    {
        var document = Checkout.Documents.ByPath[path];
        Checkout.Kinds.TryGet(document.Kind, out var kind).ShouldBeTrue();
        MarkdownReader.Read(document.Body, kind!.Publication.For(document)).Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The rollback decision is taken at 02:30 UTC by the cutover manager alone.")] // internal part of the cutover plan
    [InlineData("an extension would cost EUR 410 000")]
    [InlineData("B2B-7714")] // a field of the cutover plan that is not partner-facing
    [InlineData("The key ceremony protocol is kept in safe 4.")] // internal part of the certificate renewal
    [InlineData("goes to a mailbox nobody reads")] // timeline of the review
    [InlineData("a person who left in August")]
    [InlineData("standing waiver for ASN-02")] // internal block of the compliance checklist
    [InlineData("works council")] // internal block of a process change
    [InlineData("blind spot on Sundays")] // an article that is not selected
    [InlineData("so it is never waived")] // test plan
    [InlineData("A conditional certification is never renewed")] // certification criteria
    [InlineData("DL-033")] // defect log
    [InlineData("TG-004498")] // case record
    public void No_partner_reads(string sentence) => Readers(sentence).ShouldBeEmpty();

    [Theory]
    [InlineData("173 were yours", "incident-inc-000017--acme")]
    [InlineData("Its lead time is ten business days", "edi-gateway-cutover-january-2027--borealis")]
    [InlineData("receives order forecasts each Monday", "partner-agreement-acme-tools")]
    [InlineData("borealis-test", "sftp-setup-guide")]
    [InlineData("203.0.113.16/28", "edi-gateway-cutover-january-2027")]
    [InlineData("412 ship notices were acknowledged late", "incident-inc-000017")]
    public void Stands_in_one_publication_only(string sentence, string externalId) => Readers(sentence).ShouldBe([externalId]);

    [Fact]
    public void Every_file_that_a_published_page_uses_goes_with_it() =>
        All.Value.SelectMany(item => item.Publication.Attachments).Select(attachment => attachment.FileName).Distinct()
            .Order(StringComparer.Ordinal).ShouldBe(
            Checkout.Documents.Attachments.Keys.Select(path => path[(path.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Readers(string sentence)
    {
        Checkout.Documents.Documents.ShouldContain(
            document => document.Text.Contains(sentence, StringComparison.Ordinal), "the sentence is gone from the sample content");
        return All.Value.Where(item => item.Publication.Html.Contains(sentence, StringComparison.Ordinal)
            || item.Publication.Summary.Contains(sentence, StringComparison.Ordinal)
            || item.Publication.Facts.Any(fact => fact.Value.Contains(sentence, StringComparison.Ordinal)))
                .Select(item => item.Publication.ExternalId);
    }
}

using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Publishing;

namespace DocsPipeline.Tests.Documents.Publishing;

public sealed class AttachmentTests
{
    [Theory]
    [InlineData("code;meaning\n", "code;meaninG\n")]
    [InlineData("code;meaning\n", "code;meaning\n\n")]
    [InlineData("code;meaning\n", "code;mean")]
    public void Bytes_that_nobody_checked_are_not_sent(string before, string after)
    {
        var now = before;
        var attachment = Attachment.Of(new ContentFile(
            "content/faq/codes.csv", before.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(now)))).ShouldNotBeNull();
        Encoding.UTF8.GetString(attachment.Bytes.Span).ShouldBe(before);

        now = after;

        var refused = Should.Throw<PipelineException>(() => attachment.Bytes.Length).Diagnostics.ShouldHaveSingleItem();
        refused.Code.ShouldBe(Catalogue.Links.FileHasChanged);
        refused.Path.ShouldBe("content/faq/codes.csv");
    }
}

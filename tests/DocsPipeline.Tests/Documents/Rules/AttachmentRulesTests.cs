using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules;

namespace DocsPipeline.Tests.Documents.Rules;

[Collection(nameof(Alone))]
public sealed class AttachmentRulesTests
{
    private const int Size = 20 * 1024 * 1024;

    [Theory]
    [InlineData("picture.png", "89504E470D0A1A0A")]
    [InlineData("picture.jpg", "FFD8FFDA0004AAAA")]
    [InlineData("paper.pdf", "255044462D312E37")]
    [InlineData("table.csv", "613B620A613B620A")]
    public void A_large_file_is_never_in_memory(string name, string beginning)
    {
        var bytes = new byte[Size];
        Array.Fill(bytes, (byte)'a');
        Convert.FromHexString(beginning).CopyTo(bytes, 0);
        var file = new ContentFile($"content/faq/{name}", Size, () => new MemoryStream(bytes, writable: false));
        var first = AttachmentRules.Check(file).ToList();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = AttachmentRules.Check(file).ToList();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Size / 20);
        second.Select(fault => fault.Code).ShouldBe(first.Select(fault => fault.Code));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_not_even_opened()
    {
        var file = new ContentFile("content/faq/film.png", 1L << 40, () => throw new InvalidOperationException("opened"));

        AttachmentRules.Check(file).ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Links.FileIsTooLarge);
    }
}

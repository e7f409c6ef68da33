using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Tests.Systems.Confluence;

public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("AS2 Certificate.CER", "AS2-Certificate.cer")]
    [InlineData("Sche\u0301ma.png", "Sch\u00e9ma.png")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("a\u202egnp.exe", "a-gnp.exe")]
    [InlineData("price|list?.csv", "price-list-.csv")]
    [InlineData("...", "file")]
    [InlineData(".gitattributes", "gitattributes")]
    public void A_name_becomes_one_file_and_never_a_path(string name, string file) => AttachmentName.ToFile(name).ShouldBe(file);

    [Fact]
    public void Composed_and_decomposed_names_are_the_same() => AttachmentName.AreSame("e\u0301.png", "\u00e9.png").ShouldBeTrue();
}

using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// What a walk over the tags of a page meets is what the tree of the page has: what it passed over could run code.
/// </summary>
public sealed class TagWalkTests
{
    [Fact]
    public void A_walk_meets_every_tag_and_attribute_of_the_tree()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var page = new RandomPage(seed, seed % 2 == 0).Storage();
            Walk(page).ShouldBe(Tree(page));
        }
    }

    [Theory]
    [InlineData("<p a='1>2' b = \">\">x</p>")]
    [InlineData("<![CDATA[ <a \" ]]><a href=\"x\" />")]
    [InlineData("<!-- <a ' --><a href='y\"'/>")]
    [InlineData("<a\thref\n=\n\"x\"\nb='>'>t</a><br/>")]
    [InlineData("x > y <ac:link ac:anchor=\"a\" /> z &lt;script>")]
    [InlineData("<p>unclosed \" quote ' in text</p><a b=\"c\" />")]
    public void Unusual_markup_is_met_as_it_is(string page) => Walk(page).ShouldBe(Tree(page));

    [Theory]
    [InlineData("<a b>")]
    [InlineData("<a b=c>")]
    [InlineData("<a b=\"c>")]
    [InlineData("<a b=")]
    [InlineData("< a>")]
    [InlineData("<![CDATA[ <a>")]
    [InlineData("<!-- <a>")]
    [InlineData("<a \">")]
    public void What_is_no_page_is_said_to_be_none(string page)
    {
        var tags = new TagWalk(page);
        while (tags.NextTag())
        {
            while (tags.NextAttribute(out _, out _))
            {
            }
        }

        tags.IsBroken.ShouldBeTrue();
    }

    private static List<string> Walk(string page)
    {
        var met = new List<string>();
        var tags = new TagWalk(page);
        while (tags.NextTag())
        {
            met.Add($"<{tags.Name}>");
            while (tags.NextAttribute(out var name, out var value))
            {
                met.Add($"{name}={value}");
            }
        }

        tags.IsBroken.ShouldBeFalse();
        return met;
    }

    private static List<string> Tree(string page)
    {
        var met = new List<string>();
        var tree = StorageScanner.Scan(page, out var fault).ShouldNotBeNull(fault?.Message);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind == NodeKind.Element)
            {
                met.Add($"<{tree.NameOf(node)}>");
                foreach (var attribute in tree.Attributes(node))
                {
                    met.Add($"{attribute.Name}={attribute.Value}");
                }
            }
        }

        tree.Release();
        return met;
    }
}

using System.Text;
using DocsPipeline.Documents.Markdown;

namespace DocsPipeline.Tests.Documents.Markdown;

/// <summary>Two sources that differ only in what a reader may not see must give that reader the same bytes.</summary>
public sealed class NoninterferenceTests
{
    private const int Seeds = 400;

    private static readonly string[] Visible =
    [
        "A paragraph with [a link](https://halden.example/) and `code`.", "# Setup\n\nFirst.", "## Setup\n\nSecond.",
        "- one\n- two\n\n  more", "1. first\n2. second",
        "| a | b |\n|---|:-:|\n| 1 | 2 |", "> [!NOTE]\n> Look here.", "```edi\nISA*00*\n:::\n```",
        "See [the label] and [again][the label].", "See [this](#setup) and [that](#setup-1).",
        "- [x] done\n- [ ] open", "<details><summary>More</summary>\n\nInside.\n\n</details>", "***", "![picture](missing.png)",
    ];

    private static readonly string[] Secret =
    [
        "CANARY", "# Setup\n\nCANARY", "[the label]: https://canary.example/CANARY", "<details>\n\nCANARY", "- CANARY\n- x\n\n\n- y",
        "```\nCANARY\n:::\n```", "| CANARY |\n|---|\n| x |",
        "> CANARY\n> more", "<b>CANARY", "::: partner\nCANARY\n:::", "::: internal\nCANARY\n:::", "<!-- CANARY -->", "[^1]: CANARY",
        "    CANARY", "CANARY ![x](../guides/CANARY.png)",
    ];

    [Fact]
    public void What_a_reader_may_not_see_changes_no_byte_of_what_the_reader_gets()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            foreach (var kind in new[] { "guide", "plan" })
            {
                var one = Source(seed, kind, new Random(seed * 2 + 1));
                var two = Source(seed, kind, new Random(seed * 2 + 2));
                foreach (var partner in new[] { null, "borealis" })
                {
                    var first = Bytes(World.Render(kind, one.For(partner), partner, one.Fields));
                    var second = Bytes(World.Render(kind, two.For(partner), partner, two.Fields));

                    first.ShouldBe(second, $"seed {seed}, {kind}, {partner}\n--- one\n{one.For(partner)}\n--- two\n{two.For(partner)}");
                    first.ShouldNotContain("CANARY");
                }
            }
        }
    }

    [Fact]
    public void The_comparison_would_notice_a_leak() =>
        Bytes(World.Render("guide", "seen\n\nCANARY 1")).ShouldNotBe(Bytes(World.Render("guide", "seen\n\nCANARY 2")));

    private static string Bytes(DocsPipeline.Documents.Publishing.Publication? publication) => publication is null
        ? "nothing"
        : $"{publication.ExternalId}|{publication.Title}|{publication.Summary}|{string.Join(';', publication.Facts)}|"
            + $"{string.Join(';', publication.Attachments.Select(file => file.Path))}|{publication.Html}";

    // The visible pieces depend on the seed, the hidden ones on the second generator; "acme" is the stranger here.
    private static Pieces Source(int seed, string kind, Random hidden)
    {
        var visible = new Random(seed);
        var audience = new StringBuilder();
        for (var count = visible.Next(2, 7); count > 0; count--)
        {
            var piece = Visible[visible.Next(Visible.Length)];
            var own = visible.Next(3) == 0;
            audience.Append(Hide(kind, hidden));
            audience.Append(
                own ? $"::: partner {{partners=\"borealis\"}}\n{piece}\n:::\n\n" : kind == "plan"
                    ? $"::: partner\n{piece}\n{Hide("nested", hidden)}\n:::\n\n" : $"{piece}\n\n");
        }

        audience.Append(Hide(kind, hidden));
        return new Pieces(audience.ToString(), $"classification: partner\nbudget: CANARY {hidden.Next()}");
    }

    private static string Hide(string kind, Random random)
    {
        var text = Secret[random.Next(Secret.Length)].Replace("CANARY", $"CANARY{random.Next()}", StringComparison.Ordinal);
        return (kind, random.Next(4)) switch
        {
            (_, 0) => "",
            ("plan", 1) when !text.Contains(":::", StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal) =>
                $"{text}\n\n",
            (_, 2) => $"\n::: partner {{partners=\"acme\"}}\n{text}\n:::\n\n",
            _ => $"\n::: internal\n{text}\n:::\n\n",
        };
    }

    private sealed record Pieces(string Text, string Fields)
    {
        // An audience may not see Borealis's blocks either, but those are the same in both sources.
        public string For(string? partner) => partner is null ? Text : Text;
    }
}

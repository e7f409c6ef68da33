using CsCheck;
using DocsPipeline.Documents.Publishing;

namespace DocsPipeline.Tests.Documents.Markdown;

/// <summary>Two sources that differ only in what a reader may not see must give that reader the same bytes.</summary>
public sealed class NoninterferenceTests
{
    private static readonly Gen<string> Visible = Gen.OneOf(
        "A paragraph with [a link](https://halden.example/) and `code`.", "# Setup\n\nFirst.", "## Setup\n\nSecond.",
        "- one\n- two\n\n  more", "1. first\n2. second",
        "| a | b |\n|---|:-:|\n| 1 | 2 |", "> [!NOTE]\n> Look here.", "```edi\nISA*00*\n:::\n```",
        "See [the label] and [again][the label].", "See [this](#setup) and [that](#setup-1).",
        "- [x] done\n- [ ] open", "<details><summary>More</summary>\n\nInside.\n\n</details>", "***", "![picture](missing.png)");

    private static readonly Gen<string> Secret = Gen.Select(
        Gen.OneOf(
            "CANARY", "# Setup\n\nCANARY", "[the label]: https://canary.example/CANARY", "<details>\n\nCANARY", "- CANARY\n- x\n\n\n- y",
            "```\nCANARY\n:::\n```", "| CANARY |\n|---|\n| x |",
            "> CANARY\n> more", "<b>CANARY", "::: partner\nCANARY\n:::", "::: internal\nCANARY\n:::", "<!-- CANARY -->", "[^1]: CANARY",
            "    CANARY", "CANARY ![x](../guides/CANARY.png)"),
        Gen.Int[0, 999_999],
        (text, number) => text.Replace("CANARY", $"CANARY{number}", StringComparison.Ordinal));

    private static readonly Gen<(Piece[] Pieces, string Kind, string? Partner)> Sources = Gen.Select(
        Gen.Select(Visible, Gen.Int[0, 2], Hidden, Hidden, (text, own, one, two) => new Piece(text, own == 0, one, two)).Array[2, 7],
        Gen.OneOf("guide", "plan"),
        Gen.OneOf(null, "borealis"));

    private static Gen<Hiding> Hidden => Gen.Select(Secret, Gen.Int[0, 3], (text, way) => new Hiding(text, way));

    [Fact]
    public void What_a_reader_may_not_see_changes_no_byte_of_what_the_reader_gets() => Sources.Sample(
        (pieces, kind, partner) =>
        {
            var one = Bytes(World.Render(kind, Source(pieces, kind, piece => piece.One), partner, Fields(1)));
            var two = Bytes(World.Render(kind, Source(pieces, kind, piece => piece.Two), partner, Fields(2)));

            one.ShouldBe(two);
            one.ShouldNotContain("CANARY");
        },
        iter: 1600);

    [Fact]
    public void The_comparison_would_notice_a_leak() =>
        Bytes(World.Render("guide", "seen\n\nCANARY 1")).ShouldNotBe(Bytes(World.Render("guide", "seen\n\nCANARY 2")));

    private static string Fields(int budget) => $"classification: partner\nbudget: CANARY {budget}";

    private static string Bytes(Publication? publication) => publication is null
        ? "nothing"
        : $"{publication.ExternalId}|{publication.Title}|{publication.Summary}|{string.Join(';', publication.Facts)}|"
            + $"{string.Join(';', publication.Attachments.Select(file => file.Path))}|{publication.Html}";

    private static string Source(IEnumerable<Piece> pieces, string kind, Func<Piece, Hiding> hidden) => string.Concat(pieces.Select(piece =>
        hidden(piece).In(kind) + (piece.IsOwn
            ? $"::: partner {{partners=\"borealis\"}}\n{piece.Text}\n:::\n\n"
            : kind == "plan" ? $"::: partner\n{piece.Text}\n{hidden(piece).In("nested")}\n:::\n\n" : $"{piece.Text}\n\n")));

    /// <summary>Something that is the same in both sources, after something that is not; its own is for Borealis alone.</summary>
    private sealed record Piece(string Text, bool IsOwn, Hiding One, Hiding Two);

    /// <summary>A secret, and how it is kept from the reader: not there at all, outside of what an extract shows, in a stranger's block,
    /// in an internal one.</summary>
    private sealed record Hiding(string Text, int Way)
    {
        public string In(string kind) => (kind, Way) switch
        {
            (_, 0) => "",
            ("plan", 1) when !Text.Contains(":::", StringComparison.Ordinal) && !Text.Contains('<', StringComparison.Ordinal) =>
                $"{Text}\n\n",
            (_, 2) => $"\n::: partner {{partners=\"acme\"}}\n{Text}\n:::\n\n",
            _ => $"\n::: internal\n{Text}\n:::\n\n",
        };
    }
}

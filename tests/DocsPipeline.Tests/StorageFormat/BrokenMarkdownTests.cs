using System.Text;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// People break Markdown in every way there is. What comes of it may be odd, but it is always a page that Confluence can read,
/// or none and the reason.
/// </summary>
public sealed class BrokenMarkdownTests
{
    private const int Edits = 150;

    private static readonly string[] Pieces =
        ["x", "\n", "\n\n", " ", "\t", "*", "**", "`", "```\n", "> ", "- ", "1. ", "# ", "|", "<", ">", "&", "\\", "\"", "=", ":", "[",
            "]", "(", ")", ":::", "~~", "<p>", "</p>", "<td>", "<!--", "&nbsp;", "::: note\n", "[!NOTE]"];

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "tests/cases/convert")).Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_a_readable_page_whatever_was_done_to_it(string name)
    {
        var storage = File.ReadAllText(Path.Combine(Checkout.Root, "tests/cases/convert", name, "storage.xml"));
        var markdown = new StorageFormatToMarkdown().Convert(storage, new ConversionOptions()).Markdown!;
        var random = new Random(20261123);
        for (var number = 0; number < Edits; number++)
        {
            var edited = Break(markdown, random);
            foreach (var page in new[] { null, storage })
            {
                var result = new MarkdownToStorageFormat().Convert(edited, page, new ConversionOptions());
                if (result.Storage is not { } written)
                {
                    result.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.StructureIsBroken);
                    continue;
                }

                StorageScanner.Scan(written, out var fault).ShouldNotBeNull($"{fault?.Kind} {fault?.Message}\n{edited}\n{written}");
            }
        }
    }

    [Fact]
    public void A_fence_in_a_list_may_be_left_open() =>
        new MarkdownToStorageFormat().Convert("- one\n\n  ```\n\tcode", null, new ConversionOptions()).Storage!.ShouldContain("code");

    [Fact]
    public void Only_words_name_an_alert() =>
        new MarkdownToStorageFormat().Convert("> [!NO<P>TE]\n> Text", null,
            new ConversionOptions()).Storage!.ShouldStartWith("<blockquote>");

    private static string Break(string markdown, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(markdown.Length + 1);
            markdown = random.Next(3) switch
            {
                0 => markdown.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => markdown.Remove(at, Math.Min(markdown.Length - at, random.Next(1, 30))),
                _ => markdown.Insert(at, Piece(markdown, random)),
            };
        }

        // A file can hold no half of a character.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(markdown));
    }

    private static string Piece(string markdown, Random random)
    {
        var from = random.Next(markdown.Length + 1);
        return markdown.Substring(from, Math.Min(markdown.Length - from, random.Next(1, 40)));
    }
}

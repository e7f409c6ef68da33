using System.Text;
using DocsPipeline.Documents;
using static DocsPipeline.Tests.Documents.Rules.GeneratedWorld;

namespace DocsPipeline.Tests.Documents.Rules;

/// <summary>Twice the content is twice the work, whatever shape it has: a cost that is squared somewhere shows as four times.</summary>
[Collection(nameof(Alone))]
public sealed class GrowthTests
{
    private const int Size = 300;
    private const double Twice = 2.6;

    private static readonly Dictionary<string, Func<int, (IReadOnlyList<ContentFile> Files, string? Settings)>> Shapes = new()
    {
        ["many documents with one id"] = size =>
            (Many(size, number => Document($"content/faq/d{Number(number)}.md", "same-id", "Text.")), null),
        ["many links to one heading"] = size => (
            [Document("content/faq/target.md", "target", "# Here"), .. Many(size, number => Document(number, "[a](target.md#here)"))],
            null),
        ["many links to one heading that is not there"] = size => (
            [Document("content/faq/target.md", "target", Lines(size, line => $"# Heading {line}")),
                .. Many(size, number => Document(number, "[a](target.md#heding-x)"))], null),
        ["many links to documents that are not there"] = size => (
            Many(size, number => Document(number, Lines(5, line => $"[a](document-{Number(number)}x{line}.md)"))), null),
        ["many related documents that are not there"] = size => (
            Many(size, number => Document(number, "Text.", $"related: [document-{Number(number)}-old]\n")), null),
        ["a long chain of documents that supersede each other"] = size => (
            Many(size, number => Document(number, "Text.", $"supersedes: document-{Number(number + 1)}\n")), null),
        ["a long circle of documents that supersede each other"] = size => (
            Many(size, number => Document(number, "Text.", $"supersedes: document-{Number((number + 1) % size)}\n")), null),
        ["many headings of one text"] = size => ([Document(1, Lines(20 * size, _ => "# Same"))], null),
        ["many links in one document"] = size => ([Document(1, Lines(20 * size, line => $"[a](#x{line % 7})"))], null),
        ["many secrets in one document"] = size => ([Document(1, Lines(10 * size, line => $"password: hunter2-Winter{line}"))], null),
        ["many rows of a table in HTML"] = size =>
            ([Document(1, "<table>" + string.Concat(Enumerable.Repeat("<tr><td>a</td></tr>", 10 * size)) + "</table>")], null),
        ["many comments of macros that are not closed"] = size =>
            ([Document(1, Lines(10 * size, line => $"<!-- confluence:a{line} -->\n\nText."))], null),
        ["many files in one folder"] = size => (
            [.. Many(size, number => File($"content/faq/file-{Number(number)}.txt", "text")),
                Document(1, Lines(size, line => $"[a](file-{Number(line)}x.txt)"))], null),
        ["many partners and groups"] = size => (
            Many(10, number =>
                Document(
                    number, "::: partner {partners=\"nobody\"}\nText.\n:::",
                    "audience:\n  communities: [cc]\n  partners: [p1, p2]\n  groups: [g1, none]\n")),
            Settings(size)),
        ["many audiences"] = size => (
            Many(size, number =>
                Document(
                    number, $"[a](document-{Number((number + 1) % size)}.md)",
                    $"audience:\n  communities: [cc]\n  partners: [p{number % 100}, p{number % 97}]\n")),
            Settings(100)),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_is_twice_the_work(string shape)
    {
        var (small, large) = (Shapes[shape](Size), Shapes[shape](2 * Size));

        var work = Work(() => small.Files, small.Settings);
        var twice = Work(() => large.Files, large.Settings);

        ((double)twice / work).ShouldBeLessThan(Twice);
    }

    private static ContentFile[] Many(int size, Func<int, ContentFile> make) => [.. Enumerable.Range(0, size).Select(make)];

    private static string Lines(int size, Func<int, string> make) => string.Join("\n\n", Enumerable.Range(0, size).Select(make));

    private static string Settings(int size)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(
            Checkout.Files.Single(file => file.Path == "content/pipeline.yml").Bytes.Span));
        var partners = string.Concat(
            Enumerable
                .Range(0, size)
                .Select(number => $"  p{number}:\n    name: Partner\n    communities: [cc]\n    groups: [g{number}]\n"));
        text.Replace("communities:\n  halden", "communities:\n  cc:\n    name: C\n  halden");
        text.Replace(
            "\ngroups:\n", "\ngroups:\n" + string.Concat(Enumerable.Range(0, size).Select(number => $"  g{number}:\n    name: Group\n")));
        return text.Replace("\npartners:\n", "\npartners:\n" + partners).ToString();
    }
}

using System.Text;

namespace DocsPipeline.Benchmarks.Validation;

/// <summary>
/// Documents like a company's: 12 fields of front matter, eight headings, a table, code, lists and 20 links, sixteen of them to other
/// documents and their headings. Number <c>n</c> of a seed is always the same bytes, and every document is valid.
/// </summary>
internal sealed class DocumentGenerator(int count, double broken)
{
    private const int Seed = 20261130;
    private const int Folder = 100;
    private const int Links = 20;

    private static readonly string[] Verbs =
        "send receive correct cancel test approve archive retry replace request confirm schedule".Split(' ');

    private static readonly string[] Nouns =
        "invoice order shipment-notice certificate mailbox interchange test-plan agreement acknowledgement report code-list contact".Split(
            ' ');

    private static readonly string[] Words = (
        "the a of to in for is and or with by on as at from before after when every this that each no not only must "
        + "may should order invoice shipment notice segment partner mailbox interchange envelope test production "
        + "setup guide field value acknowledgement message translation delimiter qualifier sender receiver version "
        + "release window outage contact escalation sends receives expires matches rejects confirms replaces "
        + "describes requires contains starts ends fails retries waits returns community portal approval document "
        + "revision owner review process change plan schedule checklist connection firewall address protocol transfer "
        + "folder archive weekly daily monthly new old valid empty duplicate missing late early open closed manual "
        + "automatic").Split(' ');

    private static readonly string[] Headings =
        "Before you begin|What to do|Which values count|An example|When it fails|Whom to ask|Dates|See also".Split('|');

    /// <summary>Where document number <paramref name="number"/> lies, from the root of the repository.</summary>
    public static string PathOf(int number) => $"content/faq/area-{number / Folder:000}/{IdOf(number)}.md";

    public string Text(int number)
    {
        var random = new Random(Seed + number);
        var text = new StringBuilder().Append(
            $"""
            ---
            id: {IdOf(number)}
            kind: faq-article
            title: {Sentence(random, 4, 9)}
            summary: {Sentence(random, 8, 16)}
            classification: partner
            audience:
              communities: [halden-suppliers]
              groups: [everyone]
            owner: edi-support@halden.example
            effective: 2026-0{random.Next(1, 10)}-1{random.Next(10)}
            review-by: 2099-0{random.Next(1, 10)}-1{random.Next(10)}
            related: [{string.Join(", ", new[] { 1, 7 }.Select(step => IdOf((number + step) % count)).Distinct())}]
            selected: true
            topic: documents
            ---

            """);
        for (var section = 0; section < Headings.Length; section++)
        {
            text.Append($"\n## {Headings[section]}\n\n");
            for (var paragraph = random.Next(1, 3); paragraph > 0; paragraph--)
            {
                text.Append(Sentence(random, 30, 60)).Append("\n\n");
            }

            for (var link = section; link < Links; link += Headings.Length)
            {
                text.Append(
                    $"- {Sentence(random, 3, 7)} [{Sentence(random, 2, 4)}]({Address(random, number, link)}) {Sentence(random, 3, 7)}\n");
            }

            text.Append(section switch { 2 => Table(random), 3 => Code(random), _ => "" });
        }

        return text.ToString();
    }

    private string Address(Random random, int number, int link)
    {
        var heading = Headings[random.Next(Headings.Length)].ToLowerInvariant().Replace(' ', '-');
        if (link % 10 >= 8)
        {
            return link % 10 == 8 ? $"#{heading}"
                : $"https://partners.example.com/{Words[random.Next(Words.Length)]}?id={random.Next(10_000)}";
        }

        var target = Other(random);
        var address = $"../area-{target / Folder:000}/{IdOf(target)}.md";
        if (random.NextDouble() >= broken * Links / 16)
        {
            return link % 4 == 0 ? $"{address}#{heading}" : address;
        }

        return random.Next(4) switch
        {
            0 => address.Insert(address.Length - 5, "x"),
            1 => $"../area-{(target / Folder) + 1:000}/{IdOf(target)}.md",
            2 => $"{address}#{heading[1..]}",
            _ => $"../area-000/{Words[random.Next(Words.Length)]}-{Words[random.Next(Words.Length)]}.md",
        };
    }

    private int Other(Random random) => random.Next(count);

    private static string IdOf(int number) =>
        $"how-to-{Verbs[number % Verbs.Length]}-{Nouns[number / Verbs.Length % Nouns.Length]}-{number:00000}";

    private static string Table(Random random) =>
        "\n| Field | Meaning | Example |\n| --- | --- | --- |\n" + string.Concat(Enumerable.Range(0, 8)
        .Select(row =>
            $"| `{Words[random.Next(Words.Length)].ToUpperInvariant()}{row}` | {Sentence(random, 6, 12)} | {random.Next(100_000)} |\n"));

    private static string Code(Random random) => "\n```\n" + string.Concat(Enumerable.Range(0, 8)
        .Select(_ =>
            $"{Words[random.Next(Words.Length)].ToUpperInvariant()}*{random.Next(1000)}*{Words[random.Next(Words.Length)]}~\n")) + "```\n";

    private static string Sentence(Random random, int least, int most)
    {
        var text = new StringBuilder();
        for (var words = random.Next(least, most + 1); words > 0; words--)
        {
            var word = Words[random.Next(Words.Length)];
            text.Append(text.Length == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word).Append(words > 1 ? " " : "");
        }

        return text.ToString();
    }
}

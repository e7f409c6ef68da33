using DocsPipeline.Benchmarks.Measuring;
using DocsPipeline.Benchmarks.Validation;

namespace DocsPipeline.Benchmarks.Peers;

/// <summary>rumdl and markdownlint-cli2, fetched on demand, never with the product, and what they leave to somebody else.</summary>
internal static class Linters
{
    private const string Rumdl = "rumdl 0.2.75";
    private const string Markdownlint = "markdownlint-cli2 0.24.1, node";

    private const string Unchecked =
        "no front matter against a schema, no ids, related or superseded documents, no audiences, no links from partners' text to internal "
        + "documents, no secrets, no look-alike markers, no dates, no pictures' content";

    public static IEnumerable<Contender> Over(GeneratedContent content, BenchmarkSettings settings)
    {
        if (NpmPackages.Install("linters", settings) is not { } folder)
        {
            const string How = "it needs node and npm, and a registry to fetch rumdl@0.2.75 and markdownlint-cli2@0.24.1 from";
            return [Contender.Missing(Rumdl, How), Contender.Missing(Markdownlint, How)];
        }

        // The program itself: its starter in .bin is a second process, whose memory would be measured instead.
        var rumdl = Directory.EnumerateFiles(Path.Combine(folder, "node_modules", "@rumdl"), "rumdl*", SearchOption.AllDirectories).First();
        var documents = Path.Combine(content.Root, "content");
        return
        [
            new Contender(
                $"{Rumdl}, links only", rumdl, ["check", "--no-cache", "--enable", "MD051,MD057", documents], content.Documents,
                content.Bytes)
            {
                Runs = 3, ExitCodes = [0, 1], Note = $"links and anchors of files only; {Unchecked}",
            },
            new Contender($"{Rumdl}, all its rules", rumdl, ["check", "--no-cache", documents], content.Documents, content.Bytes)
            {
                Runs = 3, ExitCodes = [0, 1], Note = $"style, links and anchors; {Unchecked}",
            },
            new Contender(
                Markdownlint, "node",
                [Path.Combine(folder, "node_modules", "markdownlint-cli2", "markdownlint-cli2-bin.mjs"), "content/**/*.md"],
                content.Documents, content.Bytes)
            {
                Runs = 1, ExitCodes = [0, 1], Folder = content.Root,
                Note = $"style and anchors within a document; no links to other files; {Unchecked}",
            },
        ];
    }
}

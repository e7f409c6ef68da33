using System.Text;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>Pages like a company's: headings, paragraphs with links and marks, lists, tables, code, panels, images, ids everywhere. One seed, always the same bytes.</summary>
internal static class GeneratedPages
{
    private static readonly string[] Words = "the order invoice shipment notice segment partner acknowledges sends receives mailbox certificate expires before after when every interchange envelope test production setup guide field value must match 주문 송장 Größe".Split(' ');

    public static string[] Make(int count)
    {
        var random = new Random(20260301);
        return Enumerable.Range(0, count).Select(_ => Page(random)).ToArray();
    }

    private static string Page(Random random)
    {
        var page = new StringBuilder("<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" data-layout=\"default\" ac:local-id=\"t\" ac:macro-id=\"m\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>");
        for (var section = 0; section < 7; section++)
        {
            page.Append($"<h2 local-id=\"{Id(random)}\">{Text(random, 4)}</h2>");
            for (var paragraph = 0; paragraph < 3; paragraph++)
            {
                page.Append($"<p local-id=\"{Id(random)}\">{Text(random, 30)} <strong>{Text(random, 2)}</strong> {Text(random, 12)} <code>{Text(random, 1)}</code> <ac:link><ri:page ri:content-title=\"{Text(random, 3)}\" ri:version-at-save=\"3\" /><ac:link-body>{Text(random, 2)}</ac:link-body></ac:link> &ldquo;{Text(random, 5)}&rdquo;.</p>");
            }

            page.Append(section % 3 == 0 ? List(random) : section % 3 == 1 ? Table(random) : Blocks(random));
        }

        return page.ToString();
    }

    private static string List(Random random) =>
        "<ul>" + string.Concat(Enumerable.Range(0, 6).Select(_ => $"<li local-id=\"{Id(random)}\"><p>{Text(random, 12)}</p></li>")) + "</ul>";

    private static string Table(Random random) =>
        "<table data-table-width=\"760\" data-layout=\"default\"><tbody><tr><th><p>A</p></th><th><p>B</p></th><th><p>C</p></th></tr>"
        + string.Concat(Enumerable.Range(0, 6).Select(_ => $"<tr><td><p>{Text(random, 3)}</p></td><td><p>{Text(random, 5)}</p></td><td><p><ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">OK</ac:parameter><ac:parameter ac:name=\"colour\">Green</ac:parameter></ac:structured-macro></p></td></tr>"))
        + "</tbody></table>";

    private static string Blocks(Random random) =>
        $"<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\" ac:macro-id=\"{Id(random)}\"><ac:rich-text-body><p>{Text(random, 20)}</p></ac:rich-text-body></ac:structured-macro>"
        + $"<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">text</ac:parameter><ac:plain-text-body><![CDATA[ISA*00*{Text(random, 10)}\nGS*PO*{Text(random, 10)}]]></ac:plain-text-body></ac:structured-macro>"
        + "<ac:image ac:align=\"center\" ac:layout=\"center\" ac:original-height=\"557\" ac:original-width=\"897\" ac:custom-width=\"true\" ac:width=\"760\"><ri:attachment ri:filename=\"flow.png\" ri:version-at-save=\"1\" /></ac:image>";

    private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static string Id(Random random) => random.NextInt64(1L << 48).ToString("x12");
}

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// A page of everything in everything, the same for the same seed: as Cloud stores it, or as older versions did, with loose text, white
/// space between elements and elements from before. Words are <c>w1</c>, <c>w2</c>, …, so each is there once.
/// </summary>
internal sealed class RandomPage(int seed, bool isCloud)
{
    private const string Centred = " style=\"text-align: center;\"";

    private static readonly string[] Signs =
    [
        "snake_case", "a*b", "*star*", "**", "_x_", "__init__", "~/home", "~~", "`tick`", "[x]", "[ ]", "[a](b)", "a[i](x)", "![i", "]:",
        "#", "C#", "1.", "1)", "-", "+", "&gt;", "&lt;tag&gt;", "AT&amp;T",
        "&amp;lt;", "|", "a|b", "\\", "\\*", "C:\\dir", ":::", "---", "===", "```", "&ldquo;q&rdquo;", "&nbsp;", "&rarr;", "한국어",
        "العربية", "😀", "&thinsp;", "&shy;", "{x}", "http://example.com/a_b", "!", "&quot;", "50%~",
    ];

    private readonly Random random = new(seed);

    private RandomMacro Macros => field ??= new RandomMacro(random, Word);

    /// <summary>How many words there are.</summary>
    public int Words { get; private set; }

    public string Storage() => $"<p>{Word()}</p>{(One(8) ? Layout() : Blocks(3, 6))}";

    private bool One(int of) => random.Next(of) == 0;

    private T Any<T>(params ReadOnlySpan<T> of) => of[random.Next(of.Length)];

    private string Id(string name) => One(2) ? $" {name}=\"{random.Next():x8}\"" : "";

    private string Word() => $"w{++Words}";

    private string Space() => isCloud || !One(4) ? "" : Any("\n", "\n  ", " ");

    private string Many(int most, Func<string> part, string between = "") =>
        string.Join(between, Enumerable.Range(0, 1 + random.Next(most)).Select(_ => part()));

    private string Text() => Many(4, () => One(3) ? Any<string>(Signs) : Word(), " ");

    private static string Element(string name, string inside) => $"<{name}>{inside}</{name}>";

    private string Line(int depth) => Many(4, () => depth == 0 || !One(3) ? Text() : Inline(depth), " ");

    private string Inline(int depth) => random.Next(-2, isCloud ? 12 : 16) switch
    {
        -2 => Macros.Bodyless(),
        -1 => Element(Any("strong", "em", "del"), Any(Word() + " ", " " + Word(), Word() + " " + Word() + " ")) + Word(),
        0 => $"<strong>{Line(depth - 1)}</strong>",
        1 => $"<em>{Line(depth - 1)}</em>",
        2 => $"<code>{Text()}</code>",
        3 => Element(Any("u", "sub", "sup", "del"), Text()),
        4 => $"<span style=\"color: rgb(255,86,48);\">{Line(depth - 1)}</span>",
        5 => "<br />",
        6 => $"<a href=\"https://example.com/?a=b&amp;c=(d)\">{Text()}</a>",
        7 => $"<ac:link><ri:page ri:content-title=\"{Word()} &amp; co\" ri:version-at-save=\"3\" /><ac:link-body>{Text()}</ac:link-body>"
            + $"</ac:link>",
        8 => "<ac:link><ri:user ri:account-id=\"u:1\" /></ac:link>",
        9 => $"<ac:inline-comment-marker ac:ref=\"{random.Next():x8}\">{Text()}</ac:inline-comment-marker>",
        10 => $"<ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\"{Id("ac:macro-id")}><ac:parameter ac:name=\"title\">"
            + $"{Word()}</ac:parameter><ac:parameter ac:name=\"colour\">Green</ac:parameter></ac:structured-macro>",
        11 => "<time datetime=\"2026-02-12\" />",
        12 => $"<b>{Text()}</b><strike>{Text()}</strike>",
        13 => $"<ac:macro ac:name=\"anchor\"><ac:default-parameter>{Word()}</ac:default-parameter></ac:macro>",
        14 => $"<ac:link><ri:attachment ri:filename=\"f.pdf\" /><ac:plain-text-link-body><![CDATA[{Word()} a<b]]>"
            + $"</ac:plain-text-link-body></ac:link>",
        _ => "<ac:emoticon ac:name=\"tick\" />",
    };

    private string Blocks(int depth, int most) => Many(most, () => Block(depth) + Space());

    private string Block(int depth) => (depth == 0 ? 0 : random.Next(-2, isCloud ? 13 : 16)) switch
    {
        -2 => Macros.Bodyless(),
        -1 => Macros.WithBody(() => Blocks(depth - 1, 2), () => Line(1)),
        0 or 1 or 2 => Paragraph(),
        3 => Element($"h{1 + random.Next(6)}", Line(1)),
        4 or 5 => List(depth),
        6 => Table(depth),
        7 => Tasks(),
        8 => $"<blockquote>{Paragraph()}</blockquote>",
        9 => Macro(
            "code", $"<ac:parameter ac:name=\"language\">c#</ac:parameter><ac:plain-text-body><![CDATA[\tif ({Word()} < 1) {{\n\n  "
                + $"```\n}}]]></ac:plain-text-body>"),
        10 => Rich(Any("info", "tip", "note", "warning"), "", depth),
        11 => Rich(Any("expand", "panel", "unknown"), $"<ac:parameter ac:name=\"title\">{Word()} &amp; {Word()}</ac:parameter>", depth),
        12 => Any("<hr />", "<p />", Image()),
        13 => $"<pre>{Word()}\n\n  {Text()}</pre>",
        14 => Text(),
        _ => $"<p class=\"auto-cursor-target\"><br /></p><div>{Line(2)}</div>",
    };

    private string Paragraph() => $"<p{(One(8) ? Centred : "")}{Id("local-id")}>{Line(2)}</p>";

    private string List(int depth)
    {
        var (open, close) = Any(("<ul>", "</ul>"), ($"<ol start=\"{Any(1, 1, 4)}\">", "</ol>"));
        return open + Space() + Many(3, Item) + close;

        string Item()
        {
            var id = Id("local-id");
            var text = isCloud || One(2) ? Paragraph().Replace(Centred, "", StringComparison.Ordinal) : Line(1);
            return $"<li{id}>{text}{(depth > 1 && One(3) ? List(depth - 1) : "")}</li>{Space()}";
        }
    }

    private string Table(int depth)
    {
        var columns = 1 + random.Next(3);
        return $"<table data-table-width=\"760\" data-layout=\"default\"><tbody>{Space()}{Row("th", "")}"
            + $"{Many(3, () => Row("td", One(6) ? " rowspan=\"2\"" : ""))}</tbody></table>";

        string Row(string cell, string extra)
        {
            var id = Id("ac:local-id");
            var cells = Enumerable.Range(0, columns).Select(_ => $"<{cell}{extra}>{Cell(depth)}</{cell}>{Space()}");
            return $"<tr{id}>{string.Concat(cells)}</tr>{Space()}";
        }
    }

    private string Cell(int depth) => depth > 1 && One(5) ? Any(List(1), Tasks(), Image()) : isCloud || One(2) ? Paragraph() : Line(1);

    private string Tasks() => $"<ac:task-list>{Many(3, Task)}</ac:task-list>";

    private string Task() =>
        $"<ac:task><ac:task-id>{1 + random.Next(40)}</ac:task-id><ac:task-status>{Any("complete", "incomplete")}</ac:task-status>"
        + $"<ac:task-body><span class=\"placeholder-inline-tasks\">{Line(1)}</span></ac:task-body></ac:task>";

    private string Macro(string name, string inside) =>
        $"<ac:structured-macro ac:name=\"{name}\" ac:schema-version=\"1\"{Id("ac:macro-id")}>{inside}</ac:structured-macro>";

    private string Rich(string name, string parameters, int depth) =>
        Macro(name, $"{parameters}<ac:rich-text-body>{Space()}{Blocks(depth - 1, 2)}</ac:rich-text-body>");

    private string Image() =>
        $"<ac:image ac:align=\"center\" ac:layout=\"center\" ac:original-height=\"20\" ac:original-width=\"30\" ac:custom-width=\"true\" "
        + $"ac:alt=\"i.png\" ac:width=\"30\"><ri:attachment ri:filename=\"i.png\" ri:version-at-save=\"1\" />"
        + $"{(One(3) ? $"<ac:caption><p>{Text()}</p></ac:caption>" : "")}</ac:image>";

    private string Layout() => $"<ac:layout>{Many(2, Section)}</ac:layout>";

    private string Section() =>
        $"<ac:layout-section ac:type=\"two_equal\">{Space()}<ac:layout-cell>{Blocks(2, 3)}</ac:layout-cell>"
        + $"<ac:layout-cell>{Blocks(2, 2)}</ac:layout-cell></ac:layout-section>";
}

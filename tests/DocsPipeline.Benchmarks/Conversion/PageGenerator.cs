using System.Text;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>Writes one page: a table of contents, then sections of blocks until the page is as long as it should be.</summary>
internal sealed class PageGenerator(Random random)
{
    private readonly StringBuilder page = new();
    private readonly TextGenerator text = new(random);
    private readonly bool hasIds = random.Next(100) < 40;

    public string Page(int size)
    {
        if (random.Next(2) == 0)
        {
            page.Append(
                $"<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" data-layout=\"default\" ac:local-id=\"{text.Id()}\" "
                    + $"ac:macro-id=\"{text.Id()}\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>");
        }

        for (var block = 0; page.Length < size; block++)
        {
            if (block % 4 == 0)
            {
                Heading();
            }

            Block();
        }

        return page.ToString();
    }

    private void Block()
    {
        switch (random.Next(1000))
        {
            case < 455:
                Paragraph();
                break;
            case < 660:
                List(Kind(), depth: 0);
                break;
            case < 860:
                Image();
                break;
            case < 925:
                Panel();
                break;
            case < 967:
                Code();
                break;
            case < 994:
                Table();
                break;
            case < 996:
                Tasks();
                break;
            case < 998:
                Expand();
                break;
            default:
                page.Append("<hr />");
                break;
        }
    }

    /// <summary>The id of an element; most pages are from before the editor that gives them.</summary>
    private string LocalId() => hasIds ? $" local-id=\"{text.Id()}\"" : "";

    private string Kind() => random.Next(4) == 0 ? "ol" : "ul";

    private void Heading()
    {
        var level = random.Next(3) == 0 ? 3 : 2;
        page.Append($"<h{level}{LocalId()}>{text.Words(2, 6)}</h{level}>");
    }

    private void Paragraph() => page.Append($"<p{LocalId()}>{text.Sentences(1, 2)}</p>");

    private void List(string name, int depth)
    {
        page.Append('<').Append(name).Append(name == "ol" ? " start=\"1\"" : "").Append(LocalId()).Append('>');
        for (var items = random.Next(1, 5); items > 0; items--)
        {
            page.Append($"<li{LocalId()}><p{LocalId()}>{text.Sentence(2, 8)}</p>");
            if (depth < 3 && random.Next(4) == 0)
            {
                List(Kind(), depth + 1);
            }

            page.Append("</li>");
        }

        page.Append("</").Append(name).Append('>');
    }

    private void Table()
    {
        var columns = random.Next(3, 6);
        var rows = random.Next(4, 13);
        page.Append(
            $"<table data-table-width=\"760\" data-layout=\"{(random.Next(3) == 0 ? "wide" : "default")}\" ac:local-id=\"{text.Id()}\">");
        if (random.Next(2) == 0)
        {
            page.Append("<colgroup>").Insert(page.Length, $"<col style=\"width: {random.Next(90, 300)}.0px;\" />", columns)
                .Append("</colgroup>");
        }

        page.Append("<tbody>");
        for (var row = 0; row < rows; row++)
        {
            page.Append($"<tr ac:local-id=\"{text.Id()}\">");
            for (var column = 0; column < columns; column++)
            {
                var cell = row == 0 ? "th" : "td";
                var content = row == 0 ? text.Words(1, 3)
                    : column == columns - 1 && random.Next(6) == 0 ? Status()
                    : text.Words(1, 5);
                page.Append($"<{cell}><p>{content}</p></{cell}>");
            }

            page.Append("</tr>");
        }

        page.Append("</tbody></table>");
    }

    private string Status() =>
        $"<ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\" ac:macro-id=\"{text.Id()}\"><ac:parameter ac:name=\"title\">"
        + $"{text.Pick("Done", "Open", "In review", "Blocked")}</ac:parameter><ac:parameter ac:name=\"colour\">"
        + $"{text.Pick("Green", "Blue", "Yellow", "Red")}</ac:parameter></ac:structured-macro>";

    private void Panel() => page.Append(
        $"<ac:structured-macro ac:name=\"{text.Pick("info", "info", "info", "note", "note", "tip", "warning")}\" ac:schema-version=\"1\" "
            + $"ac:local-id=\"{text.Id()}\" ac:macro-id=\"{text.Id()}\"><ac:rich-text-body><p{LocalId()}>"
            + $"{text.Sentences(1, 3)}</p></ac:rich-text-body></ac:structured-macro>");

    private void Code()
    {
        page.Append(
            $"<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\" ac:macro-id=\"{text.Id()}\"><ac:parameter "
                + $"ac:name=\"language\">{text.Pick("json", "xml", "text", "bash")}</ac:parameter><ac:plain-text-body><![CDATA[");
        for (var lines = random.Next(2, 7); lines > 0; lines--)
        {
            page.Append(
                $"{{ \"{text.Word()}\": \"<{text.Word()}>{random.Next(10_000)}*{text.Word()}_{text.Word()}\", \"at\": "
                    + $"{random.Next(1_000_000)} }}\n");
        }

        page.Append("]]></ac:plain-text-body></ac:structured-macro>");
    }

    private void Image()
    {
        page.Append(
            $"<ac:image ac:align=\"center\" ac:layout=\"center\" ac:original-height=\"{random.Next(200, 900)}\" "
                + $"ac:original-width=\"{random.Next(400, 1600)}\" ac:custom-width=\"true\" ac:alt=\"{text.Words(2, 4)}\" ac:width=\"760\">"
                + $"<ri:attachment ri:filename=\"{text.Word()}-{random.Next(1000)}.png\" ri:version-at-save=\"1\" />");
        if (random.Next(5) < 3)
        {
            page.Append($"<ac:caption><p>{text.Words(2, 7)}</p></ac:caption>");
        }

        if (random.Next(10) < 7)
        {
            page.Append("<ac:adf-mark key=\"border\" size=\"1\" color=\"#091e4224\" />");
        }

        page.Append("</ac:image>");
    }

    private void Tasks()
    {
        page.Append($"<ac:task-list ac:task-list-id=\"{text.Id()}\">");
        for (var items = random.Next(2, 5); items > 0; items--)
        {
            page.Append(
                $"<ac:task><ac:task-id>{items}</ac:task-id><ac:task-uuid>{text.Id()}</ac:task-uuid><ac:task-status>"
                    + $"{text.Pick("complete", "incomplete")}</ac:task-status><ac:task-body><span class=\"placeholder-inline-tasks\">"
                    + $"{text.Sentence(4, 10)}</span></ac:task-body></ac:task>");
        }

        page.Append("</ac:task-list>");
    }

    private void Expand()
    {
        page.Append(
            $"<ac:structured-macro ac:name=\"expand\" ac:schema-version=\"1\" ac:macro-id=\"{text.Id()}\"><ac:parameter "
                + $"ac:name=\"title\">{text.Words(2, 5)}</ac:parameter><ac:rich-text-body>");
        Paragraph();
        List("ul", depth: 1);
        page.Append("</ac:rich-text-body></ac:structured-macro>");
    }
}

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Macros and nodes of all kinds, as apps and Confluence itself write them; <c>word</c> gives words that are there once.</summary>
internal sealed class RandomMacro(Random random, Func<string> word)
{
    /// <summary>A macro without a body, for a line of text or a place of its own.</summary>
    public string Bodyless() => random.Next(13) switch
    {
        0 => Of("view-file", Parameter("name", File())),
        1 => Of("view-file", Parameter("name", File()) + Parameter("height", "250")),
        2 => Of("include", Parameter("", $"<ac:link>{Page()}</ac:link>")),
        3 => Of("excerpt-include", Parameter("", $"<ac:link>{Page()}</ac:link>") + Parameter("nopanel", "true")),
        4 => Of("children", ""),
        5 => Of("children", Parameter("page", $"<ac:link>{Page()}</ac:link>") + Parameter("depth", "2")),
        6 => Of("contentbylabel", Parameter("labels", word()) + Parameter("max", "5")),
        7 => Of("jira", Parameter("server", "Jira") + Parameter("key", $"EDI-{random.Next(99)}")),
        8 => Of("jira", Parameter("jqlQuery", $"project = {word()} AND text ~ &quot;a|b&quot;")),
        9 => Of("drawio", Parameter("diagramName", $"Flow {word()}") + Parameter("width", "300")),
        10 => Of("widget", Parameter("url", "<ri:url ri:value=\"https://example.com/w?v=a_b&amp;t=1\" />")),
        11 => Of("some-app", Parameter("title", $"{word()} *x* &lt;b&gt;") + Parameter("ids", "1,2")),
        _ => Of("profile-card", Parameter("user", "<ri:user ri:account-id=\"712020:u\" />")),
    };

    /// <summary>A macro or node that holds blocks or text of its own.</summary>
    public string WithBody(Func<string> blocks, Func<string> line) => random.Next(7) switch
    {
        0 => Of("code", Parameter("language", "sql") + Parameter("title", $"{word()}_{word()}.sql") + Plain()),
        1 => Of("noformat", Parameter("title", word()) + Plain()),
        2 => Of("info", Parameter("title", $"{word()} {word()}") + Rich(blocks())),
        3 => Of("warning", Parameter("icon", "false") + Parameter("title", word()) + Rich(blocks())),
        4 => Of("ui-tab", Parameter("title", $"{word()} &amp; {word()}") + Rich(blocks())),
        5 => Extension("decision-list", Decision(line) + Decision(line)),
        _ => Extension("panel", Attribute("panel-type", "custom") + Attribute("panel-icon", ":rocket:")
            + $"<ac:adf-content>{blocks()}</ac:adf-content>"),
    };

    private string Decision(Func<string> line) => "<ac:adf-node type=\"decision-item\">"
        + Attribute("state", random.Next(2) == 0 ? "DECIDED" : "UNDECIDED") + $"<ac:adf-content>{line()}</ac:adf-content></ac:adf-node>";

    private string File()
    {
        var version = random.Next(3) switch
        {
            0 => "",
            1 => " ri:version-at-save=\"1\"",
            _ => " ri:version-at-save=\"7\"",
        };
        return $"<ri:attachment ri:filename=\"{word()} (b).xlsx\"{version} />";
    }

    private string Page() => $"<ri:page{(random.Next(2) == 0 ? "" : " ri:space-key=\"EDI\"")} ri:content-title=\"{word()} &amp; co\" />";

    private string Plain() => $"<ac:plain-text-body><![CDATA[{word()} < 1\n\n  {word()}]]></ac:plain-text-body>";

    private static string Rich(string blocks) => $"<ac:rich-text-body>{blocks}</ac:rich-text-body>";

    private static string Attribute(string key, string value) => $"<ac:adf-attribute key=\"{key}\">{value}</ac:adf-attribute>";

    private static string Extension(string type, string inside) =>
        $"<ac:adf-extension><ac:adf-node type=\"{type}\">{inside}</ac:adf-node><ac:adf-fallback>again</ac:adf-fallback></ac:adf-extension>";

    private static string Parameter(string name, string value) => $"<ac:parameter ac:name=\"{name}\">{value}</ac:parameter>";

    private static string Of(string name, string inside) => inside.Length == 0
        ? $"<ac:structured-macro ac:name=\"{name}\" ac:schema-version=\"1\" />"
        : $"<ac:structured-macro ac:name=\"{name}\" ac:schema-version=\"1\">{inside}</ac:structured-macro>";
}

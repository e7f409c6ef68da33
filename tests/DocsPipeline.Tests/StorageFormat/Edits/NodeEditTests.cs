namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>Nodes of the new editor keep their ids, which stand in elements, and so do those of their children that are left.</summary>
public sealed class NodeEditTests
{
    private const string File = "<ac:link><ri:attachment ri:filename=\"f.pdf\" /><ac:plain-text-link-body><![CDATA[two]]>"
        + "</ac:plain-text-link-body></ac:link>";

    private const string Tag = "- <span data-decision=\"DECIDED\">Decided:</span> ";
    private const string Take = $"{Tag}take one";
    private const string Like = $"{Tag}like [two](f.pdf)";
    private const string Drop = $"{Tag}drop three";

    private static readonly string One = Item("a", "take <ac:inline-comment-marker ac:ref=\"r\">one</ac:inline-comment-marker>");
    private static readonly string Two = Item("b", $"like {File}");
    private static readonly string Three = Item("c", "drop three");
    private static readonly string Page = List(One + Two + Three);

    [Fact]
    public void Decisions_that_are_appended_leave_the_list_and_the_others_as_they_are() =>
        Edit(Page, Drop, $"{Drop}\n{Tag}four").ShouldBe(List($"{One}{Two}{Three}{Item(null, "four")}"));

    [Fact]
    public void Decisions_that_change_places_take_their_ids_along() =>
        Edit(Page, $"{Take}\n{Like}", $"{Like}\n{Take}").ShouldBe(List(Two + One + Three));

    [Fact]
    public void A_decision_that_goes_takes_its_id_alone() => Edit(Page, $"{Like}\n", "").ShouldBe(List(One + Three));

    [Fact]
    public void A_decision_of_another_state_and_a_new_one_leave_the_ids() =>
        Edit(Page, Drop, $"- <span data-decision=\"UNDECIDED\">Undecided:</span> drop three\n{Tag}four")
            .ShouldBe(List($"{One}{Two}{Three.Replace("DECIDED", "UNDECIDED")}{Item(null, "four")}"));

    [Fact]
    public void Of_a_decision_that_is_split_the_first_part_keeps_the_id() =>
        Edit(Page, Drop, $"{Tag}drop\n{Tag}three").ShouldBe(List(One + Two + Item("c", "drop") + Item(null, "three")));

    [Fact]
    public void A_decision_that_becomes_a_paragraph_keeps_what_stands_in_it() =>
        Edit(Page, Like, $"\n{Like[2..]}\n").ShouldContain(File);

    [Fact]
    public void A_panel_keeps_its_id_when_paragraphs_come_and_go()
    {
        const string Head = "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">custom</ac:adf-attribute>"
            + "<ac:adf-attribute key=\"local-id\">n</ac:adf-attribute><ac:adf-content>";
        const string Tail = "</ac:adf-content></ac:adf-node></ac:adf-extension>";
        Edit($"{Head}<p local-id=\"p\">one</p><ul local-id=\"u\"><li>two</li></ul>{Tail}", "one\n\n", "", "- two", "- two\n- three")
            .ShouldBe($"{Head}<ul local-id=\"u\"><li>two</li><li><p>three</p></li></ul>{Tail}");
    }

    [Fact]
    public void Nodes_within_a_node_keep_their_ids()
    {
        static string Part(string id, string paragraphs) =>
            $"<ac:adf-node type=\"part\"><ac:adf-attribute key=\"local-id\">{id}</ac:adf-attribute>"
            + $"<ac:adf-content>{paragraphs}</ac:adf-content></ac:adf-node>";
        static string Whole(string parts) => "<ac:adf-extension><ac:adf-node type=\"whole\"><ac:adf-attribute key=\"local-id\">w"
            + $"</ac:adf-attribute>{parts}</ac:adf-node></ac:adf-extension>";
        Edit(Whole(Part("a", "<p>one</p>") + Part("b", "<p>two</p>")), "::: adf-part\none\n:::\n\n", "", "two", "two\n\nthree")
            .ShouldBe(Whole(Part("b", "<p>two</p><p>three</p>")));
    }

    private static string Item(string? id, string text) => "<ac:adf-node type=\"decision-item\">"
        + (id is null ? "" : $"<ac:adf-attribute key=\"local-id\">{id}</ac:adf-attribute>")
        + $"<ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>{text}</ac:adf-content></ac:adf-node>";

    private static string List(string items) => "<ac:adf-extension><ac:adf-node type=\"decision-list\">"
        + $"<ac:adf-attribute key=\"local-id\">l</ac:adf-attribute>{items}</ac:adf-node></ac:adf-extension>";

    private static string Edit(string page, params ReadOnlySpan<string> changes) =>
        WithoutFallback(EditedPage.Of(page, changes));

    /// <summary>A page whose nodes had no fallback; those that are renewed have one, which repeats their text.</summary>
    private static string WithoutFallback(string page)
    {
        var start = page.IndexOf("<ac:adf-fallback>", StringComparison.Ordinal);
        const string End = "</ac:adf-fallback>";
        var end = start < 0 ? 0 : page.IndexOf(End, start, StringComparison.Ordinal) + End.Length;
        return start < 0 ? page : page[..start] + WithoutFallback(page[end..]);
    }
}

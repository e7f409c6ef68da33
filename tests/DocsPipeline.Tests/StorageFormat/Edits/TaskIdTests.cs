namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>A task keeps its ids and its list its own, though Markdown has them in comments that an edit moves or takes away.</summary>
public sealed class TaskIdTests
{
    private const string First = "- [ ] one two <!-- storage:task id=\"11\" uuid=\"u11\" list=\"L\" -->\n";
    private const string Second = "- [ ] three four <!-- storage:task uuid=\"u12\" -->\n";

    private static readonly string One = Task(11, "one two", "u11");
    private static readonly string Two = Task(12, "three four", "u12");

    [Fact]
    public void A_list_whose_first_task_goes_keeps_its_id() => OfPage(First, "").ShouldBe(List("L", Two));

    [Fact]
    public void Of_a_task_that_is_split_the_first_part_keeps_the_ids() =>
        OfPage("one two", "one\n- [ ] two").ShouldBe(List("L", Task(11, "one", "u11") + Task(13, "two") + Two));

    [Fact]
    public void Of_tasks_that_are_joined_the_ids_of_the_first_are_left() =>
        OfPage(First + "- [ ] ", "- [ ] one two ").ShouldBe(List("L", Task(11, "one two three four", "u11")));

    [Fact]
    public void A_task_that_is_copied_has_ids_once() =>
        OfPage(Second, Second + First).ShouldBe(List("L", One + Two + Task(13, "one two")));

    [Fact]
    public void Tasks_whose_comments_are_taken_away_are_the_tasks_that_they_were() =>
        OfPage(" <!-- storage:task id=\"11\" uuid=\"u11\" list=\"L\" -->", "", " <!-- storage:task uuid=\"u12\" -->", "!")
            .ShouldBe(List("L", One + Task(12, "three four!", "u12")));

    [Fact]
    public void A_task_that_moves_and_says_something_else_is_known_by_its_id() =>
        OfPage(First, "", Second, Second + First.Replace("one two", "five")).ShouldBe(List("L", Two + Task(11, "five", "u11")));

    [Fact]
    public void A_first_task_that_moves_to_another_list_leaves_both_lists_their_ids() =>
        Edit(List("L", One + Two) + "<p>x</p>" + List("M", Task(20, "six", "u20")), First, "", "x\n\n", "x\n\n" + First)
            .ShouldBe(List("L", Two) + "<p>x</p>" + List("M", One + Task(20, "six", "u20")));

    [Fact]
    public void An_id_that_no_task_had_is_written() =>
        OfPage("u12", "new", "\"L\"", "\"N\"").ShouldBe(List("N", One + Task(12, "three four", "new")));

    [Fact]
    public void What_looks_like_an_id_in_code_is_text()
    {
        static string Code(int id) => "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body>"
            + $"<![CDATA[<ac:task-id>{id}</ac:task-id>]]></ac:plain-text-body></ac:structured-macro>";
        Edit($"{Code(1)}<p>b</p>", "1", "2", "b", "*b*").ShouldBe($"{Code(2)}<p><em>b</em></p>");
    }

    private static string Task(int id, string text, string? uuid = null) => $"<ac:task><ac:task-id>{id}</ac:task-id>"
        + (uuid is null ? "" : $"<ac:task-uuid>{uuid}</ac:task-uuid>") + "<ac:task-status>incomplete</ac:task-status>"
        + $"<ac:task-body><span class=\"placeholder-inline-tasks\">{text}</span></ac:task-body></ac:task>";

    private static string List(string id, string tasks) => $"<ac:task-list ac:task-list-id=\"{id}\">{tasks}</ac:task-list>";

    private static string OfPage(params string[] changes) => Edit(List("L", One + Two), changes);

    private static string Edit(string page, params string[] changes) =>
        EditedPage.Of(page, changes);
}

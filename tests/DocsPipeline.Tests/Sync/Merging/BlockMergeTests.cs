using DocsPipeline.Sync.Merging;

namespace DocsPipeline.Tests.Sync.Merging;

public sealed class BlockMergeTests
{
    private const string Base = "# Title\n\nOne.\n\nTwo.\n\nThree.\n";

    [Fact]
    public void The_repositorys_edit_stays_where_the_page_did_not_change() =>
        Merge("# Title\n\nOne!\n\nTwo.\n\nThree.\n", Base).ShouldBe(("# Title\n\nOne!\n\nTwo.\n\nThree.\n", 0));

    [Fact]
    public void The_pages_edit_is_taken_where_the_repository_did_not_change() =>
        Merge(Base, "# Title\n\nOne.\n\nTwo.\n\nFour.\n").ShouldBe(("# Title\n\nOne.\n\nTwo.\n\nFour.\n", 0));

    [Theory]
    [InlineData("# Title\n\nOne!\n\nTwo.\n\nThree.\n", "# Title\n\nOne.\n\nTwo.\n\nThree?\n", "# Title\n\nOne!\n\nTwo.\n\nThree?\n")]
    [InlineData("# Title\n\nTwo.\n\nThree.\n", "# Title\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n", "# Title\n\nTwo.\n\nThree.\n\nFour.\n")]
    [InlineData("Zero.\n\n# Title\n\nOne.\n\nTwo.\n\nThree.\n", "# Title\n\nOne.\n\nTwo.\n\nMore.\n\nThree.\n", "Zero.\n\n# Title\n\n"
        + "One.\n\nTwo.\n\nMore.\n\nThree.\n")]
    public void Edits_in_different_blocks_are_both_taken(string ours, string theirs, string merged) =>
        Merge(ours, theirs).ShouldBe((merged, 0));

    [Fact]
    public void The_same_edit_on_both_sides_is_one_edit()
    {
        const string Edited = "# Title\n\nOne.\n\nTwo!\n\nThree.\n";
        Merge(Edited, Edited).ShouldBe((Edited, 0));
    }

    [Fact]
    public void Of_one_block_that_both_sides_changed_both_texts_stay() =>
        Merge("# Title\n\nOne.\n\nTwo, says the reviewer.\n\nThree.\n", "# Title\n\nOne.\n\nTwo, says the writer.\n\nThree.\n").ShouldBe((
            """
            # Title

            One.

            ::::: conflict {from="repository"}
            Two, says the reviewer.
            :::::

            ::::: conflict {from="page"}
            Two, says the writer.
            :::::

            Three.

            """.ReplaceLineEndings("\n"), 1));

    [Fact]
    public void A_block_that_one_side_deleted_and_the_other_changed_is_a_conflict()
    {
        var (text, conflicts) = Merge("# Title\n\nOne.\n\nThree.\n", "# Title\n\nOne.\n\nTwo!\n\nThree.\n");

        conflicts.ShouldBe(1);
        text.ShouldContain("Two!");
    }

    [Fact]
    public void Never_cuts_through_a_fence_a_container_or_an_html_element()
    {
        const string Text =
            "```edi\nISA*00\n\nGS*PO\n```\n\n::: internal\n\nInside.\n\n::: partner\n\nNested.\n\n:::\n\nStill inside.\n\n:::\n\n"
                + "<details>\n<summary>More</summary>\n\nHidden.\n\n</details>\n\nEnd.\n";

        MarkdownBlocks
            .Split(Text)
            .Select(block => block[..Math.Min(12, block.Length)])
            .ShouldBe(["```edi\nISA*0", "::: internal", "<details>\n<s", "End."]);
        MarkdownBlocks.Join(MarkdownBlocks.Split(Text)).ShouldBe(Text);
    }

    [Fact]
    public void Without_a_base_equal_texts_are_equal_and_others_in_conflict()
    {
        BlockMerge.Merge("", Base, Base, "page", _ => null).Conflicts.ShouldBe(0);
        BlockMerge.Merge("", Base, "Something else.\n", "page", _ => null).Conflicts.ShouldBe(1);
    }

    [Fact]
    public void A_block_that_differs_in_its_spelling_only_was_not_changed() =>
        BlockMerge.Merge(
            "- One\n\nTwo.\n", "* One\n\nTwo, we say.\n", "- One and a half\n\nTwo.\n", "page", block => block.Replace('*', '-'))
            .ShouldBe(("- One and a half\n\nTwo, we say.\n", 0));

    private static (string Text, int Conflicts) Merge(string ours, string theirs) =>
        BlockMerge.Merge(Base, ours, theirs, "page", block => block.Replace('*', '-'));
}

using CsCheck;
using DocsPipeline.Sync.Merging;

namespace DocsPipeline.Tests.Sync.Merging;

/// <summary>What holds of every merge, whoever edited what: nothing that one side wrote is lost, and nothing is invented.</summary>
public sealed class RandomMergeTests
{
    // Few different blocks, so that texts share some of them, repeat them and move them.
    private static readonly Gen<string> Text = Gen.OneOf(
        "One.", "Two.", "# Title", "- item\n- item", "| a |\n|---|\n| 1 |", "```\ncode\n\nmore\n```", "::: internal\n\nInside.\n\n:::",
        "<details>\n\nHidden.\n\n</details>").Array[0, 7].Select(blocks => MarkdownBlocks.Join(blocks));

    private static readonly Gen<(string Base, string Ours, string Theirs)> Three = Gen.Select(Text, Text, Text);

    [Fact]
    public void The_side_that_changed_something_wins_over_the_one_that_did_not() => Gen.Select(Text, Text).Sample((old, changed) =>
    {
        BlockMerge.Same(Merge(old, changed, old).Text, changed).ShouldBeTrue();
        BlockMerge.Same(Merge(old, old, changed).Text, changed).ShouldBeTrue();
        BlockMerge.Same(Merge(old, changed, changed).Text, changed).ShouldBeTrue();
    });

    [Fact]
    public void What_either_side_added_is_in_the_merge() => Three.Sample((old, ours, theirs) =>
    {
        var merged = Merge(old, ours, theirs).Text;
        foreach (var block in MarkdownBlocks.Split(ours).Concat(MarkdownBlocks.Split(theirs)).Except(MarkdownBlocks.Split(old)))
        {
            merged.ShouldContain(block);
        }
    });

    [Fact]
    public void A_merge_holds_nothing_that_nobody_wrote() => Three.Sample((old, ours, theirs) =>
    {
        var (merged, conflicts) = Merge(old, ours, theirs);
        var known = MarkdownBlocks.Split($"{old}\n{ours}\n{theirs}").ToHashSet();

        MarkdownBlocks.Split(merged).Count(block => !known.Contains(block)).ShouldBe(2 * conflicts);
    });

    [Fact]
    public void Both_sides_see_the_same_conflicts() => Three.Sample((old, ours, theirs) =>
        Merge(old, ours, theirs).Conflicts.ShouldBe(Merge(old, theirs, ours).Conflicts));

    [Fact]
    public void A_merge_that_is_merged_again_stays_as_it_is() => Three.Sample((old, ours, theirs) =>
    {
        var merged = Merge(old, ours, theirs).Text;

        BlockMerge.Same(Merge(theirs, merged, theirs).Text, merged).ShouldBeTrue();
    });

    private static (string Text, int Conflicts) Merge(string old, string ours, string theirs) =>
        BlockMerge.Merge(old, ours, theirs, "page", static _ => null);
}

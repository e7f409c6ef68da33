using DocsPipeline.StorageFormat.Splicing;

namespace DocsPipeline.Tests.StorageFormat;

public sealed class TextChangeTests
{
    private const int Cases = 2000;

    [Fact]
    public void Outside_of_a_change_both_texts_are_the_same()
    {
        var random = new Random(7);
        for (var number = 0; number < Cases; number++)
        {
            var (before, after) = (Text(random, "ab<\n"), Text(random, "ab<\n"));

            var change = TextChange.Of(before, after);

            (before[..change.Start] + after[change.Start..change.NewEnd] + before[change.End..]).ShouldBe(after);
        }
    }

    [Theory]
    [InlineData("""<p local-id="1">one two</p>""")]
    [InlineData("""<p title="a > b" local-id="1">one</p><p local-id='2' class="x>">two "three</p>""")]
    [InlineData("""<ul><li local-id="1"><p>"one <ac:inline-comment-marker ac:ref="r">two</ac:inline-comment-marker> three</p></li></ul>""")]
    public void A_tag_that_is_touched_belongs_to_the_change_as_a_whole(string page)
    {
        for (var at = 0; at < page.Length; at++)
        {
            for (var length = 0; at + length <= page.Length; length++)
            {
                var change = new TextChange(at, at + length, at);

                var touched = change.Tags(page);

                foreach (var (start, end) in Tags(page).Where(tag => tag.Start < at + Math.Max(length, 1) && tag.End > at))
                {
                    touched.ShouldContain(at == start && length == 0 ? "" : page[start..end]);
                }
            }
        }
    }

    [Fact]
    public void A_change_in_text_takes_no_tag_along_that_stands_before_it()
    {
        const string Page = """<p title="a > b" local-id="1">one two</p>""";

        TextChange.Of(Page, Page.Replace("two", "three", StringComparison.Ordinal)).Tags(Page).ShouldNotContain("local-id");
    }

    [Fact]
    public void Lines_differ_as_if_all_of_both_texts_were_looked_at()
    {
        var random = new Random(11);
        for (var number = 0; number < Cases; number++)
        {
            var (before, after) = (Text(random, "a\nb\n\n"), Text(random, "a\nb\n\n"));

            TextDiff.Lines(before, after).ShouldBe(AllLines(before, after), $"{before} | {after}");
        }
    }

    private static List<Hunk> AllLines(string before, string after)
    {
        var (old, renewed) = (Split(before), Split(after));
        int Offset(List<string> lines, int count) => lines.Take(count).Sum(line => line.Length);
        return SequenceDiff.Of(old, renewed).ConvertAll(hunk => new Hunk(
            Offset(old, hunk.Start), Offset(old, hunk.End), Offset(renewed, hunk.NewStart), Offset(renewed, hunk.NewEnd)));
    }

    private static List<string> Split(string text)
    {
        var lines = text.Split('\n');
        return [.. lines[..^1].Select(line => line + "\n"), .. lines[^1].Length == 0 ? Array.Empty<string>() : [lines[^1]]];
    }

    private static string Text(Random random, string characters) =>
        string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => characters[random.Next(characters.Length)]));

    /// <summary>The tags of a page, whose values may hold <c>&gt;</c>.</summary>
    private static List<(int Start, int End)> Tags(string page)
    {
        var tags = new List<(int Start, int End)>();
        for (var at = page.IndexOf('<'); at >= 0; at = page.IndexOf('<', at + 1))
        {
            var (end, quote) = (at, '\0');
            for (; quote != '\0' || page[end] != '>'; end++)
            {
                quote = quote == page[end] ? '\0' : quote == '\0' && page[end] is '"' or '\'' ? page[end] : quote;
            }

            tags.Add((at, end + 1));
        }

        return tags;
    }
}

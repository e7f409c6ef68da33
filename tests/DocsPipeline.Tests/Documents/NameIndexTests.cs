using CsCheck;
using DocsPipeline.Documents;

namespace DocsPipeline.Tests.Documents;

public sealed class NameIndexTests
{
    private static readonly string[] Many =
        [.. from number in Enumerable.Range(
            0, 5000) select $"how-to-{(number % 3) switch { 0 => "send", 1 => "cancel", _ => "confirm" }}-order-{number:00000}.md"];

    private static readonly NameIndex Index = new(Many);

    [Fact]
    public void One_slip_of_the_pen_is_understood_among_thousands() =>
        Gen.Int[0, Many.Length - 1].SelectMany(number => Gen.Int[0, Many[number].Length - 1].Select(at => (number, at)))
        .Sample(pair =>
        {
            var (meant, at) = (Many[pair.number], pair.at);
            var written = meant.Remove(at, 1);
            EditDistance.Between(written, Index.Nearest(written).ShouldNotBeNull()).ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    public void The_same_letters_in_another_case_are_the_nearest() => Index.Nearest(Many[4711].ToUpperInvariant()).ShouldBe(Many[4711]);

    [Fact]
    public void A_word_is_compared_with_a_few_names_however_many_there_are()
    {
        var index = new NameIndex(Many);
        for (var number = 0; number < 100; number++)
        {
            index.Nearest($"how-to-send-odrer-{number:00000}.txt");
        }

        index.Comparisons.ShouldBeLessThanOrEqualTo(100 * 64);
    }

    [Fact]
    public void Among_a_few_names_the_nearest_is_found_as_by_comparing_with_all_of_them() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 8], Gen.String[Gen.Char['a', 'd'], 0, 8].Array[0, 20]).Sample((word, names) =>
            new NameIndex(names).Nearest(word).ShouldBe(names
                .Select(name => (Name: name, Distance: EditDistance.Between(word, name)))
                .Where(pair => pair.Distance <= Math.Max(1, Math.Min(word.Length, pair.Name.Length) / 3))
                .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
                .Select(pair => pair.Name).FirstOrDefault()));

    [Fact]
    public void A_distance_within_the_limit_is_the_distance_and_beyond_it_larger_than_the_limit() =>
        Gen.Select(Gen.String[Gen.Char['a', 'c'], 0, 9], Gen.String[Gen.Char['a', 'c'], 0, 9], Gen.Int[0, 9]).Sample((left, right, limit) =>
        {
            var (whole, bounded) = (EditDistance.Between(left, right), EditDistance.Between(left, right, limit));
            (whole <= limit ? bounded == whole : bounded > limit).ShouldBeTrue();
        });
}

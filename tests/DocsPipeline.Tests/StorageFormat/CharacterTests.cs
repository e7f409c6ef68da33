using CsCheck;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Searches that take several characters at a time, or a table, find what one at a time would.</summary>
public sealed class CharacterTests
{
    private static readonly Gen<string> Text = Gen.Frequency(
        (20, Gen.Char['a', 'z']), (4, Gen.Const('\n')), (1, Gen.Char['\0', '\u001f']), (2, Gen.Char[' ', '\uD7FF']),
        (1, Gen.Char['\uD800', '\uFFFF'])).Array[0, 60].Select(characters => new string(characters));

    [Fact]
    public void Usual_characters_are_counted_up_to_the_first_that_is_none() => Text.Sample(text =>
    {
        var first = text.ToList().FindIndex(character => character is (< ' ' or > '\uD7FF') and not ('\n' or '\r' or '\t'));

        UsualCharacters.Length(text).ShouldBe(first < 0 ? text.Length : first);
    });

    [Fact]
    public void A_set_finds_what_it_holds_and_nothing_else() => Text.Sample(text =>
    {
        const string Holds = "am\n\u00e9\u2028\ufeff\uffff";

        new CharacterSet(Holds).IndexIn(text).ShouldBe(text.ToList().FindIndex(Holds.Contains));
    });
}

using System.Text;
using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Documents;

/// <summary>The example interchanges count right: an EDI manager checks the trailers first.</summary>
public sealed partial class InterchangeTests
{
    private static readonly Dictionary<string, string> Found = Checkout.Documents.Documents
        .SelectMany(
            document =>
                Fence().Matches(document.Body)
                    .Select((match, number) => (Name: $"{document.Path}#{number + 1}", Text: match.Groups[1].Value)))
        .Concat(Checkout.Documents.Attachments.Values
            .Where(file => file.Path.EndsWith(".edi", StringComparison.Ordinal))
            .Select(file => (Name: file.Path, Text: Encoding.UTF8.GetString(file.Bytes.Span))))
        .ToDictionary(example => example.Name, example => example.Text);

    public static TheoryData<string> Interchanges => [.. Found.Keys];

    [Fact]
    public void There_are_examples() => Interchanges.Count.ShouldBeGreaterThan(10);

    [Theory]
    [MemberData(nameof(Interchanges))]
    public void Trailers_count_the_segments_and_repeat_the_control_numbers(string example)
    {
        var text = Found[example];
        var edifact = text.StartsWith("UNB", StringComparison.Ordinal);
        var segments = text.Split(edifact ? '\'' : '~', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment.Split(edifact ? '+' : '*')).ToList();
        var (open, close) = edifact ? ("UNH", "UNT") : ("ST", "SE");
        var first = segments.FindIndex(segment => segment[0] == open);
        var last = segments.FindIndex(segment => segment[0] == close);
        segments[last][1].ShouldBe((last - first + 1).ToString());
        segments[last][2].ShouldBe(segments[first][edifact ? 1 : 2]);
        if (edifact)
        {
            segments[^1].ShouldBe(["UNZ", "1", segments[0][5]]);
            return;
        }

        string.Join('*', segments[0]).Length.ShouldBe(105);
        segments[^1].ShouldBe(["IEA", "1", segments[0][13]]);
        segments[^2].ShouldBe(["GE", "1", segments[1][6]]);
    }

    [Theory]
    [MemberData(nameof(Interchanges))]
    public void Totals_agree_with_the_lines(string example)
    {
        var segments = Found[example].Split('~', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment.Split('*')).ToList();
        var totals = segments.Find(segment => segment[0] == "CTT");
        if (totals is null)
        {
            return;
        }

        var lines = segments.Where(segment => segment[0] is "PO1" or "IT1" or "HL")
            .Where(segment => segment[0] == "HL" || segments.TrueForAll(other => other[0] != "HL")).ToList();
        totals[1].ShouldBe(lines.Count.ToString());
        if (totals.Length > 2)
        {
            segments.Where(segment => segment[0] is "PO1" or "IT1" or "SN1").Sum(segment => int.Parse(segment[2]))
                .ShouldBe(int.Parse(totals[2]));
        }
    }

    [Theory]
    [MemberData(nameof(Interchanges))]
    public void Article_and_carton_numbers_have_right_check_digits(string example) =>
        Number().Matches(Found[example]).Select(match => match.Groups[1].Value).Where(number => !HasRightCheckDigit(number))
            .ShouldBeEmpty();

    private static bool HasRightCheckDigit(string number) =>
        number.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;

    [GeneratedRegex("```edi\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?:UP\*|GM\*00|LIN\+\d\+\+|NAD\+..\+)(\d{12,18})\b")]
    private static partial Regex Number();
}

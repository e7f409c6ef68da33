namespace DocsPipeline.Tests.Conventions;

/// <summary>A line can be read beside another one, in a review too.</summary>
public sealed class LinesAreShort
{
    private const int Most = 140;

    [Fact]
    public void No_line_of_code_has_more_than_140_characters() => SourceFile.All
        .SelectMany(file => file.Text.Split('\n')
            .Select((line, index) => (Length: line.TrimEnd('\r').EnumerateRunes().Count(), Number: index + 1))
            .Where(row => row.Length > Most)
            .Select(row => $"{file.Path}:{row.Number} has {row.Length} characters"))
        .ShouldBeEmpty();
}

namespace DocsPipeline.Tests.Conventions;

public sealed class FilesAreSmall
{
    [Fact]
    public void No_source_file_has_more_than_300_lines() => SourceFile.All
        .Where(file => file.Lines > 300)
        .Select(file => $"{file.Path} has {file.Lines} lines")
        .ShouldBeEmpty();

    [Fact]
    public void Half_of_them_have_fewer_than_60()
    {
        var lines = SourceFile.All
            .Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(file => file.Lines)
            .Order()
            .ToList();
        lines[lines.Count / 2].ShouldBeLessThan(60);
    }

    [Fact]
    public void A_target_is_a_short_story() => SourceFile.Below("build/Tasks")
        .Where(file => file.Lines > 90)
        .Select(file => $"{file.Path} has {file.Lines} lines: what it does belongs into a flow")
        .ShouldBeEmpty();
}

namespace DocsPipeline.Tests.Conventions;

/// <summary>
/// The converter can be read from its leaves up: values, the scanner, what both directions share, each direction, the macros of both, the
/// splice over all of them. A recursive conversion runs through the session, not from writer to writer.
/// </summary>
public sealed class StorageFormatHasNoCycle
{
    private const string Project = "DocsPipeline.StorageFormat";

    private static readonly string[] Order =
    [
        $"{Project}.Conversion", $"{Project}.Scanning", $"{Project}.Vocabulary", $"{Project}.Mapping",
        $"{Project}.ToMarkdown", $"{Project}.ToStorage", $"{Project}.Macros", $"{Project}.Splicing", Project,
    ];

    private static readonly IReadOnlyList<CompiledCode.Arrow> Arrows =
        [.. CompiledCode.Arrows.Where(arrow => arrow.From.Assembly == Project && arrow.To.Assembly == Project)];

    [Fact]
    public void Every_folder_uses_only_those_below_it() => Arrows
        .Where(arrow => Array.IndexOf(Order, arrow.From.Namespace) < Array.IndexOf(Order, arrow.To.Namespace))
        .Select(arrow => arrow.ToString())
        .ShouldBeEmpty();

    [Fact]
    public void Every_folder_has_its_place_in_the_order() => CompiledCode.Types
        .Where(type => type.Assembly == Project)
        .Select(type => type.Namespace).Distinct()
        .ShouldBe(Order, ignoreOrder: true);

    [Fact]
    public void Neither_direction_knows_the_other() => Arrows
        .Where(arrow => arrow.From.Namespace == $"{Project}.ToStorage" && arrow.To.Namespace == $"{Project}.ToMarkdown")
        .Select(arrow => arrow.ToString())
        .ShouldBeEmpty();

    /// <summary>
    /// What is left: a session and what writes through it, blocks and the lists among them, elements and the lines within them.
    /// </summary>
    [Fact]
    public void No_more_than_a_handful_of_types_need_each_other() => CompiledCode
        .Cycles(Arrows.Select(arrow => (arrow.From.ToString(), arrow.To.ToString())))
        .Where(knot => knot.Count > 3)
        .Select(knot => string.Join(" <-> ", knot))
        .ShouldBeEmpty();

    [Fact]
    public void The_user_of_the_package_sees_two_converters_and_their_values() =>
        typeof(DocsPipeline.StorageFormat.StorageFormatToMarkdown).Assembly
        .GetExportedTypes()
        .Select(type => type.Namespace == Project ? type.Name : type.Namespace!)
        .Distinct()
        .ShouldBe(["MarkdownToStorageFormat", "StorageFormatToMarkdown", $"{Project}.Conversion"], ignoreOrder: true);
}

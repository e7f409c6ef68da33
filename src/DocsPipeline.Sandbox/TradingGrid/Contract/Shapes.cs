using System.Text.RegularExpressions;
using static DocsPipeline.Sandbox.TradingGrid.Contract.Shape;

namespace DocsPipeline.Sandbox.TradingGrid.Contract;

/// <summary>Shapes that several resources share.</summary>
internal static partial class Shapes
{
    public static Shape ExternalId { get; } = Text(3, 120, ExternalIdPattern());

    public static Shape Sha256 { get; } = Text(64, 64, Sha256Pattern());

    public static Shape FileName { get; } = Text(1, 200, FileNamePattern());

    public static Shape System { get; } = Text(1, 32, SystemPattern());

    public static Shape Visibility { get; } = OneOf("internal", "partner");

    public static Shape Environment { get; } = OneOf("test", "production");

    public static Shape AckStatus { get; } = OneOf("A", "E", "P", "R");

    public static Shape ExternalRefs { get; } = List(
        Object(Must("system", System), Must("id", Text(1, 200)), May("url", Address.OrNull)), 10);

    public static Shape ExternalRef { get; } = Object(Must("id", Text(1, 200)), May("url", Address.OrNull));

    public static Shape Empty { get; } = Object();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,118}[a-z0-9]$")]
    public static partial Regex ExternalIdPattern();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    public static partial Regex Sha256Pattern();

    [GeneratedRegex(@"^[^/\\\x00-\x1f]+$")]
    private static partial Regex FileNamePattern();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,31}$")]
    public static partial Regex SystemPattern();
}

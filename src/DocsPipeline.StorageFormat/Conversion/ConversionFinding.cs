namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>
/// Something that a person should know about one conversion. Line and column of the input count from 1, in UTF-16 units; what belongs to
/// the page as a whole stands at 1, 1. The message is a fact without a full stop, <see cref="Help"/> says what to do.
/// </summary>
public sealed record ConversionFinding(FindingKind Kind, int Line, int Column, string Message, string Help)
{
    /// <summary>How much it weighs.</summary>
    public FindingSeverity Severity => Kind switch
    {
        FindingKind.InlineCommentIsOpen => FindingSeverity.Note,
        FindingKind.PartIsDropped or FindingKind.LinkIsDisarmed or FindingKind.InlineCommentIsLost => FindingSeverity.Warning,
        _ => FindingSeverity.Error,
    };

    /// <summary>A finding at an offset of the input; lines end with <c>\n</c> or <c>\r\n</c>.</summary>
    internal static ConversionFinding At(FindingKind kind, string source, int offset, string message, string help)
    {
        var before = source.AsSpan(0, Math.Clamp(offset, 0, source.Length));
        return new ConversionFinding(kind, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), message, help);
    }
}

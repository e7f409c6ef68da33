namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>Where in the storage of a macro with many bodies one of them begins, and whether it is a plain one.</summary>
internal readonly record struct BodyMark(int Start, bool IsPlain)
{
    /// <summary>Of the directive, behind <c>storage:</c>.</summary>
    public const string Name = "body";

    /// <summary>What the directive's <c>kind</c> says of a plain body.</summary>
    public const string Plain = "plain";
}

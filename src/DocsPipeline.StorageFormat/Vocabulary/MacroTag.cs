namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>The tag that stands for a macro without a body: <c>&lt;span data-macro="name" …&gt;</c> around what a reader sees.</summary>
internal static class MacroTag
{
    public const string Name = "span";
    public const string Attribute = "data-macro";
    public const string Beginning = $"<{Name} {Attribute}=";
}

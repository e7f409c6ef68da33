namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>The decisions of a page: a list of the new editor, each item with what became of it.</summary>
internal static class Decision
{
    public const string List = "decision-list";
    public const string Item = "decision-item";
    public const string State = "state";

    /// <summary>The attribute of the tag that an item begins with; its value is the state.</summary>
    public const string Attribute = "data-decision";

    /// <summary>What a reader sees of a state: <c>DECIDED</c> as "Decided:".</summary>
    public static string WordFor(string state) =>
        state.Length == 0 ? "Decided:" : $"{char.ToUpperInvariant(state[0])}{state[1..].ToLowerInvariant().Replace('_', ' ')}:";
}

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// The comment that says nothing and parts what stands on both of its sides. Beside emphasis it is the sign that the space there belongs
/// inside: <c>**Note:** &lt;!-- --&gt;text</c>, and without the space where nothing follows.
/// </summary>
internal static class EmptyComment
{
    public const string Text = "<!-- -->";
}

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// The sign that a space beside emphasis belongs inside of it: <c>**Note:** &lt;!-- --&gt;text</c>, and without the space where nothing
/// follows.
/// </summary>
internal static class InnerSpace
{
    public const string Mark = "<!-- -->";
}

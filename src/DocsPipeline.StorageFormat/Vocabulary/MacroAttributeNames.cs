namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// How what is no text parameter of a macro goes among its attributes: XML values as <c>name:xml</c>, attributes of the macro's own element
/// as <c>:name</c>, other children as <c>::xml</c>. A value that a reader sees stands where it is seen and leaves only its name behind:
/// <c>name:shown</c> where it is the text, <c>name:link</c> and <c>name:resource</c> where a link leads to it.
/// </summary>
internal static class MacroAttributeNames
{
    public const string Xml = ":xml";
    public const string Extras = "::xml";

    /// <summary>The value is the text that is shown.</summary>
    public const string Shown = ":shown";

    /// <summary>The value is the <c>ac:link</c> that is shown; the attribute's own value is the version of an attachment.</summary>
    public const string Link = ":link";

    /// <summary>The same for a resource that stands in no <c>ac:link</c>.</summary>
    public const string Resource = ":resource";

    /// <summary>Whether the value of an attribute stands somewhere else.</summary>
    public static bool IsElsewhere(string attribute) =>
        attribute.EndsWith(Shown, StringComparison.Ordinal) || attribute.EndsWith(Link, StringComparison.Ordinal)
        || attribute.EndsWith(Resource, StringComparison.Ordinal);
}

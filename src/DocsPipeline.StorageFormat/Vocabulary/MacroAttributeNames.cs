namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// How what is no text parameter of a macro goes among its attributes: XML values as <c>name:xml</c>, attributes of the macro's own element
/// as <c>:name</c>, other children as <c>::xml</c>.
/// </summary>
internal static class MacroAttributeNames
{
    public const string Xml = ":xml";
    public const string Extras = "::xml";
}

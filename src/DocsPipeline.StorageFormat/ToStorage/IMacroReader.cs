namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Reads macros out of the forms that Markdown has for them; null where the Markdown is no macro's.</summary>
internal interface IMacroReader
{
    /// <summary>From <c>&gt; [!KIND]</c>, with what its title line says.</summary>
    string? ReadAlert(string kind, List<KeyValuePair<string, string?>> attributes, string body);

    /// <summary>From <c>::: name {attributes}</c>.</summary>
    string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body);

    /// <summary>From a fence: its info string split into language and attributes. Every fence is some macro's.</summary>
    string ReadFence(string language, List<KeyValuePair<string, string?>> attributes, string text);

    /// <summary>From an HTML tag around storage.</summary>
    string? ReadTag(StorageSession session, HtmlTag tag, string body);
}

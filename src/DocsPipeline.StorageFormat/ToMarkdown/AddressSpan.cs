namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// An address in the source of a page; of one that is divided, the part before the division. <paramref name="IsEnd"/> where it does not go
/// on in another text of the page.
/// </summary>
internal readonly record struct AddressSpan(int Start, int End, AddressForm Form, bool IsEnd);

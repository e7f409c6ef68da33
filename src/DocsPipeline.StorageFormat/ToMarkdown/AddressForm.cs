namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>How an address stands in the Markdown that nothing marks.</summary>
internal enum AddressForm
{
    /// <summary>It ends where the address does.</summary>
    Bare,

    /// <summary>Markup follows at once, which would be taken for a part of it if nothing stood between.</summary>
    Loose,

    /// <summary>Text that readers would link differently, or to somewhere else: it is divided, so that none does.</summary>
    Divided,
}

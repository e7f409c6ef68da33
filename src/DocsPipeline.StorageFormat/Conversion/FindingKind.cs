namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>What a conversion can find; the first six are why a text cannot be converted at all.</summary>
public enum FindingKind
{
    /// <summary>Storage format that is no well-formed fragment of XML.</summary>
    StorageIsNotWellFormed,

    /// <summary>More text than <see cref="ConversionLimits"/> allows.</summary>
    PageIsTooLarge,

    /// <summary>Elements, brackets or quotes within one another beyond what a page of a person has.</summary>
    NestingIsTooDeep,

    /// <summary>A document type, an entity's declaration or a processing instruction; nothing of it is followed.</summary>
    DeclarationIsRefused,

    /// <summary>An entity that is neither XML's nor HTML 4's.</summary>
    EntityIsUnknown,

    /// <summary>A marker of a layout or macro that lost its other half, or a section with another number of cells than its kind has.
    /// </summary>
    StructureIsBroken,

    /// <summary>Part of a page that no Markdown can carry, or of Markdown that has no place in a page.</summary>
    PartIsDropped,

    /// <summary>A link or picture whose address could run code; it is written so that nothing follows it.</summary>
    LinkIsDisarmed,

    /// <summary>Inline comments that stand in the page.</summary>
    InlineCommentIsOpen,

    /// <summary>An inline comment whose text the edited Markdown no longer has.</summary>
    InlineCommentIsLost,
}

namespace DocsPipeline.Systems.Confluence.StorageFormat.Reading;

/// <summary>One conversion of Markdown to storage.</summary>
internal sealed class ImportSession(string markdown, ConversionOptions options)
{
    public string Markdown { get; } = markdown;

    public ConversionLinks Links { get; } = options.Links;

    /// <summary>Number of task items so far: an id that is not written counts on.</summary>
    public int Tasks { get; set; }

    /// <summary>The ids that stand behind the task being read.</summary>
    public DirectiveTag? TaskIds { get; set; }

    /// <summary>What stands above the table that comes next.</summary>
    public DirectiveTag? TableDirective { get; set; }
}

namespace DocsPipeline.Flows.Convert;

/// <summary>What files hold: Confluence storage format (<c>.xml</c>, <c>.xhtml</c>) or Markdown (<c>.md</c>, <c>.markdown</c>).</summary>
public enum ConvertFormat
{
    Storage,
    Markdown,
}

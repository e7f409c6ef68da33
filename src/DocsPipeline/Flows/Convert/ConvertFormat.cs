namespace DocsPipeline.Flows.Convert;

/// <summary>What files hold: Confluence storage format (<c>.xml</c>) or Markdown (<c>.md</c>).</summary>
public enum ConvertFormat
{
    Storage,
    Markdown,
}

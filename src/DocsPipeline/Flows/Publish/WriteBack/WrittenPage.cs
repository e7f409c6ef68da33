namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>A page that Publish brought to what git says; <see cref="Reason"/> names the parts that changed.</summary>
public sealed record WrittenPage(string Space, string Page, string Title, int Version, string Reason, Uri Url);

namespace DocsPipeline.Demo;

/// <summary>What a run of the demo needs: a folder for its clone, its reports and its pictures.</summary>
internal sealed record DemoRequest(string Folder)
{
    /// <summary>Whether pictures of the portal are taken at the end, where a browser is installed.</summary>
    public bool Screenshots { get; init; }
}

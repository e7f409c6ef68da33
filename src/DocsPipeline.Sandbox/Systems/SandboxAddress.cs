namespace DocsPipeline.Sandbox.Systems;

/// <summary>Where the sandbox listens, for links that are made outside a request; known once it is up.</summary>
internal sealed class SandboxAddress
{
    private Uri? address;

    public Uri Base
    {
        get => address ?? throw new InvalidOperationException("The sandbox is not up yet.");
        set => address = value;
    }

    /// <summary>The absolute address of a path of the sandbox.</summary>
    public string Of(string path) => new Uri(Base, path).ToString();
}

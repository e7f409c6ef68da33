namespace DocsPipeline.Sandbox;

/// <summary>Where the sandbox listens, for links that are made outside a request; known once it is up.</summary>
internal sealed class SandboxAddress
{
    private Uri? address;

    public Uri Base
    {
        get => address ?? throw new InvalidOperationException("The sandbox is not up yet.");
        set => address = value;
    }
}

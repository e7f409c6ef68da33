using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// git's smart protocol over the same network as all other clients (gitprotocol-http): libgit2 has an HTTP client of its own, but that one
/// can neither be cancelled nor given a deadline, and follows redirects with the token. The address is the remote's, whatever libgit2's
/// configuration made of it.
/// </summary>
internal sealed class SmartHttp : RpcSmartSubtransport
{
    protected override SmartSubtransportStream Action(string url, GitSmartSubtransportAction action) => action switch
    {
        GitSmartSubtransportAction.UploadPackList => new SmartHttpStream(this, "git-upload-pack", isListing: true),
        GitSmartSubtransportAction.UploadPack => new SmartHttpStream(this, "git-upload-pack", isListing: false),
        GitSmartSubtransportAction.ReceivePackList => new SmartHttpStream(this, "git-receive-pack", isListing: true),
        GitSmartSubtransportAction.ReceivePack => new SmartHttpStream(this, "git-receive-pack", isListing: false),
        _ => throw new NotSupportedException($"{action}"),
    };
}

namespace DocsPipeline.Sandbox.TradingGrid.Settings;

/// <summary>
/// An address on this machine and the secrets to sign with (<c>whsec_</c> and base64), several while one is being rotated.
/// </summary>
internal sealed record WebhookTarget(string Url, IReadOnlyList<string> Secrets)
{
    /// <summary>Why it cannot be used, or nothing.</summary>
    public string? Problem() => this switch
    {
        _ when !Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || !uri.IsLoopback =>
            "url must be http on this machine",
        { Secrets: [] } => "secrets must not be empty",
        _ when Secrets.Any(secret => Key(secret) is not { Length: >= 24 }) => "a secret is whsec_ and at least 24 bytes in base64",
        _ => null,
    };

    public static byte[]? Key(string secret)
    {
        var bytes = new byte[secret.Length];
        return secret.StartsWith("whsec_", StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret["whsec_".Length..], bytes, out var length)
            ? bytes[..length] : null;
    }
}

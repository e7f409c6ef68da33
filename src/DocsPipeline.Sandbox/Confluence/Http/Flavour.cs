namespace DocsPipeline.Sandbox.Confluence.Http;

/// <summary>By which door a call came in.</summary>
internal enum Flavour
{
    /// <summary>The site itself, <c>/wiki</c>: Basic with e-mail and API token.</summary>
    Cloud,

    /// <summary>The gateway for scoped tokens, <c>/ex/confluence/{cloudId}/wiki</c>.</summary>
    Gateway,

    /// <summary>Data Center, <c>/dc</c>: v1 only, Bearer with a personal access token.</summary>
    DataCenter,
}

namespace DocsPipeline.Sandbox.Confluence.Access;

/// <summary>Somebody with an account. The tokens are fixed and stand on the dashboard: the sandbox has no secrets.</summary>
internal sealed record Account(
    string Id, string Login, string Name, string Email, string? Token = null, string? PersonalAccessToken = null);

using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>Somebody who signed in; <see cref="Csrf"/> must come back with every form.</summary>
internal sealed record Session(User User, string Csrf);

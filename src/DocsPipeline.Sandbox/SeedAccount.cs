namespace DocsPipeline.Sandbox;

/// <summary>Somebody, or some program, that the seed gives an account in one of the three systems.</summary>
/// <param name="Login">What the system asks for beside the secret: an e-mail address, a login or a client id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Secret">
/// The token, client secret or password. It protects nothing: the sandbox listens on loopback and holds invented content.
/// </param>
public sealed record SeedAccount(string Login, string Name, string Secret);

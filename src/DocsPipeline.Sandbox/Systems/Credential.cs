namespace DocsPipeline.Sandbox.Systems;

/// <summary>One way to sign in somewhere. None of it is secret: the sandbox listens on loopback and holds invented data.</summary>
internal sealed record Credential(string System, string Who, string How, string User, string Secret);

namespace DocsPipeline.Sandbox.Confluence.Content;

internal sealed record Label(long Id, string Prefix, string Name);

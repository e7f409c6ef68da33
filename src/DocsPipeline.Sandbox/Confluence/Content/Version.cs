namespace DocsPipeline.Sandbox.Confluence.Content;

internal sealed record Version(int Number, string CreatedAt, string AuthorId, string Message, bool Minor);

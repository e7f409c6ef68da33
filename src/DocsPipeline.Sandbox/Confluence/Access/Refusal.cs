namespace DocsPipeline.Sandbox.Confluence.Access;

/// <summary>A request that Confluence refuses. Each version of the API shows it in its own shape.</summary>
internal sealed class Refusal(int status, string code, string title) : Exception(title)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static Refusal Invalid(string title) => new(StatusCodes.Status400BadRequest, "INVALID_REQUEST_PARAMETER", title);

    public static Refusal Bad(string title) => new(StatusCodes.Status400BadRequest, "BAD_REQUEST", title);

    public static Refusal NotFound(string title = "Not Found") => new(StatusCodes.Status404NotFound, "NOT_FOUND", title);

    public static Refusal Conflict(string title) => new(StatusCodes.Status409Conflict, "CONFLICT", title);

    public static Refusal Forbidden(string title) => new(StatusCodes.Status403Forbidden, "FORBIDDEN", title);
}

namespace DocsPipeline.Sandbox.TradingGrid.Contract;

/// <summary>Why a request is refused: thrown anywhere below a handler, answered as <c>application/problem+json</c>.</summary>
internal sealed class Problem(int status, string code, string detail, params IReadOnlyList<FieldError> errors) : Exception(detail)
{
    public int Status => status;

    public string Code => code;

    public IReadOnlyList<FieldError> Errors => errors;

    public Dictionary<string, string> Headers { get; } = [];

    public static Problem NotFound() => new(404, "not_found", "There is nothing here, or not for you.");

    public static Problem Conflict(string code, string detail, params IReadOnlyList<FieldError> errors) => new(409, code, detail, errors);

    public static Problem Body(params IReadOnlyList<FieldError> errors) =>
        new(422, "invalid_body", "The request body says something that is not possible.", errors);

    public static Problem Field(string pointer, string code, string detail) => Body(new FieldError(pointer, code, detail));

    public static Problem Parameter(string detail) => new(400, "invalid_parameter", detail);
}

namespace DocsPipeline.Sandbox.TradingGrid.Contract;

/// <summary>One field that is to blame; the pointer is a JSON Pointer into the request body.</summary>
internal sealed record FieldError(string Pointer, string Code, string Detail);

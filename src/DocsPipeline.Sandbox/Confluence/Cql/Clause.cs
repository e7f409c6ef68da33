namespace DocsPipeline.Sandbox.Confluence.Cql;

/// <summary>One condition: a field, an operator (<c>=</c>, <c>!=</c>, <c>~</c>, <c>in</c>, <c>&gt;=</c> …) and its values.</summary>
internal sealed record Clause(string Field, string Operator, IReadOnlyList<string> Values);

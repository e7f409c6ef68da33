namespace DocsPipeline.Sandbox.Confluence.Cql;

/// <summary>
/// Conditions that all hold, and an order: the part of CQL that synchronising clients use. No OR, no NOT, no brackets around conditions.
/// </summary>
internal sealed record CqlQuery(IReadOnlyList<Clause> Clauses, string? OrderBy, bool Descending);

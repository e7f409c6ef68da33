using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.Confluence.Access;

namespace DocsPipeline.Sandbox.Confluence.Cql;

/// <summary>CQL text → <see cref="CqlQuery"/>; what it does not understand is a 400 with the place.</summary>
internal sealed partial class CqlParser
{
    private static readonly string[] Operators = ["=", "!=", "~", ">=", "<=", ">", "<"];

    private readonly Match[] tokens;
    private int next;

    private CqlParser(string text) => tokens = [.. Token().Matches(text).Cast<Match>()];

    public static CqlQuery Parse(string text) => new CqlParser(text).Query();

    private CqlQuery Query()
    {
        var clauses = new List<Clause> { Clause() };
        while (Word("and"))
        {
            clauses.Add(Clause());
        }

        string? order = null;
        var descending = false;
        if (Word("order"))
        {
            Expect(Word("by"));
            order = Take().ToLowerInvariant();
            descending = Word("desc");
            _ = descending || Word("asc");
        }

        Expect(next == tokens.Length);
        return new CqlQuery(clauses, order, descending);
    }

    private Clause Clause()
    {
        var field = Take().ToLowerInvariant();
        if (!Word("in"))
        {
            var sign = Take();
            Expect(Operators.Contains(sign));
            return new Clause(field, sign, [Value()]);
        }

        Expect(Take() == "(");
        var values = new List<string> { Value() };
        while (Word(","))
        {
            values.Add(Value());
        }

        Expect(Take() == ")");
        return new Clause(field, "in", values);
    }

    // now("-1d") is the only function; it stays as text for the search to resolve.
    private string Value()
    {
        var value = Take();
        if (!value.Equals("now", StringComparison.OrdinalIgnoreCase) || !Word("("))
        {
            return Unquoted(value);
        }

        var offset = Word(")") ? "" : Unquoted(Take());
        Expect(offset.Length == 0 || Take() == ")");
        return $"now({offset})";
    }

    private static string Unquoted(string value) => value is ['"', .., '"'] or ['\'', .., '\'']
        ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal)
        : value;

    private string Take()
    {
        Expect(next < tokens.Length);
        return tokens[next++].Value;
    }

    private bool Word(string word)
    {
        var there = next < tokens.Length && tokens[next].Value.Equals(word, StringComparison.OrdinalIgnoreCase);
        next += there ? 1 : 0;
        return there;
    }

    private void Expect(bool fine)
    {
        if (!fine)
        {
            var place = next > 0 && next <= tokens.Length ? tokens[next - 1].Index : 0;
            throw Refusal.Bad($"Could not parse cql : error at position {place}");
        }
    }

    [GeneratedRegex("""
        "(?:\\.|[^"\\])*"|'[^']*'|>=|<=|!=|[=~<>(),]|[^\s=~<>!(),"']+|\S
        """)]
    private static partial Regex Token();
}

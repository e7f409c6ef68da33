using System.Globalization;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

/// <summary>An incident starts, is detected, and is resolved, in this order; a window begins before it ends.</summary>
internal sealed class IncidentTimesAreOutOfOrder : IRule
{
    private static readonly string[][] Orders =
        [["started", "detected", "resolved"], ["cutover-start", "cutover-end"], ["starts", "ends"], ["effective", "expires"]];

    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        foreach (var order in Orders)
        {
            var known = order.Where(field => TimeOf(context, field) is not null).ToList();
            for (var index = 1; index < known.Count; index++)
            {
                var (earlier, later) = (known[index - 1], known[index]);
                if (TimeOf(context, later) < TimeOf(context, earlier))
                {
                    yield return context.At(Catalogue.FrontMatter.TimesAreOutOfOrder, later, $"`{later}` is before `{earlier}`",
                        help: "correct one of the two");
                }
            }
        }
    }

    private static DateTimeOffset? TimeOf(RuleContext context, string field) =>
        DateTimeOffset.TryParse(
            context.Document.FrontMatter.Text(field), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
                : null;
}

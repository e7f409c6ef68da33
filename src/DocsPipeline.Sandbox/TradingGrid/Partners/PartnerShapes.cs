using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using static DocsPipeline.Sandbox.TradingGrid.Contract.Shape;

namespace DocsPipeline.Sandbox.TradingGrid.Partners;

internal static partial class PartnerShapes
{
    public static IReadOnlyList<string> Statuses { get; } = ["invited", "onboarding", "testing", "active", "suspended", "offboarded"];

    public static Shape New { get; } = Object(
        Must("id", Text(3, 40, IdPattern())),
        Must("name", Text(1, 100)),
        May("status", OneOf(Statuses)),
        May("region", Text(0, 10).OrNull),
        May("groups", List(Text(1, 60), 50)),
        May("ediAddresses", List(
            Object(
                Must("standard", OneOf("X12", "EDIFACT")), Must("qualifier", Text(1, 4)), Must("id", Text(1, 35)),
                Must("environment", Shapes.Environment)),
            20)),
        May("serviceContacts", List(
            Object(
                Must("name", Text(1, 100)),
                Must("email", Email),
                May("phone", Text(0, 40).OrNull),
                Must("role", OneOf(Audience.RoleNames)),
                Must(
                    "alertSubscriptions",
                    List(OneOf("arrival", "fa_delinquency", "incoming_document", "incoming_file", "mailbox_outbound_error"), 5))),
            20)));

    public static Shape Change { get; } = Object(
        May("status", OneOf(Statuses)), May("region", Text(0, 10).OrNull), May("groups", List(Text(1, 60), 50)));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$")]
    private static partial Regex IdPattern();
}

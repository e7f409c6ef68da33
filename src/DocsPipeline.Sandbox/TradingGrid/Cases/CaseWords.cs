namespace DocsPipeline.Sandbox.TradingGrid.Cases;

/// <summary>The closed vocabularies of cases, with what people read for each.</summary>
internal static class CaseWords
{
    public static IReadOnlyDictionary<string, string> Categories { get; } = new Dictionary<string, string>
    {
        ["transaction-rejected"] = "A transaction was rejected",
        ["missing-acknowledgement"] = "An acknowledgement is missing",
        ["connectivity"] = "Connection (AS2, SFTP, VAN)",
        ["certificate"] = "Certificate",
        ["mapping"] = "Mapping",
        ["master-data"] = "Master data",
        ["documentation"] = "Documentation",
        ["other"] = "Something else",
    };

    public static IReadOnlyDictionary<string, string> Statuses { get; } = new Dictionary<string, string>
    {
        ["new"] = "New",
        ["acknowledged"] = "Acknowledged",
        ["in_progress"] = "In progress",
        ["waiting_on_partner"] = "Waiting for you",
        ["waiting_on_third_party"] = "Waiting for a third party",
        ["resolved"] = "Resolved",
        ["closed"] = "Closed",
        ["reopened"] = "Reopened",
    };

    public static IReadOnlyDictionary<int, string> Severities { get; } = new Dictionary<int, string>
    {
        [1] = "Critical: goods or payments stand still",
        [2] = "High: many transactions fail",
        [3] = "Medium: single transactions fail",
        [4] = "Low: a question or a cosmetic fault",
    };

    /// <summary>Statuses that the desk sets by hand; the others have actions of their own.</summary>
    public static IReadOnlyList<string> Working { get; } = ["acknowledged", "in_progress", "waiting_on_partner", "waiting_on_third_party"];

    public static IReadOnlyList<string> RootCauses { get; } = [
        "partner-data", "sponsor-map", "transport", "certificate", "van", "master-data", "process", "unknown"];

    /// <summary>Hours until the first answer is due.</summary>
    public static int Hours(int severity) => severity switch { 1 => 4, 2 => 8, 3 => 24, _ => 72 };
}

using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Seeding;

/// <summary>Who has an account on the seeded GitHub, and the repository that they work in.</summary>
internal static class GitHubPeople
{
    public const string Repository = "halden/partner-docs";

    public static SeedPerson Bot { get; } =
        new(1001, "docs-bot", "Docs Bot", "docs-bot@halden.example", "sandbox-bot-token", Permission.Write) { IsBot = true };

    public static SeedPerson Mara { get; } = new(
        1002, "mara-lind", "Mara Lind", "mara.lind@halden.example", "sandbox-mara-token", Permission.Admin);

    public static SeedPerson Jonas { get; } = new(
        1003, "jonas-weber", "Jonas Weber", "jonas.weber@halden.example", "sandbox-jonas-token", Permission.Write);

    public static SeedPerson Wera { get; } = new(
        1004, "wera-writer", "Wera Writer", "wera.writer@halden.example", "sandbox-wera-token", Permission.Write);

    public static SeedPerson Rita { get; } = new(
        1005, "rita-reader", "Rita Reader", "rita.reader@halden.example", "sandbox-rita-token", Permission.Read);

    public static SeedPerson Otto { get; } = new(
        1006, "otto-outside", "Otto Outside", "otto@elsewhere.example", "sandbox-otto-token", Permission.None);

    public static IReadOnlyList<SeedPerson> All { get; } = [Bot, Mara, Jonas, Wera, Rita, Otto];
}

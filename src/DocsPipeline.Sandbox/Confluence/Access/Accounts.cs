using System.Text;

namespace DocsPipeline.Sandbox.Confluence.Access;

/// <summary>The people of the sandbox; account ids have the form that Atlassian gives to Cloud accounts.</summary>
internal static class Accounts
{
    public static Account Bot { get; } = new(
        "712020:0d0c5b07-0000-4000-8000-000000000001", "docs-bot", "Docs Bot", "docs-bot@halden.example", "sandbox-confluence-token",
        "sandbox-confluence-pat");

    public static Account Writer { get; } = new(
        "712020:0d0c5b07-0000-4000-8000-000000000002", "wera-writer", "Wera Writer", "wera.writer@halden.example", "sandbox-writer-token",
        "sandbox-writer-pat");

    public static Account Mara { get; } = new(
        "712020:0d0c5b07-0000-4000-8000-000000000003", "mara-lind", "Mara Lind", "mara.lind@halden.example");

    public static Account Jonas { get; } = new(
        "712020:0d0c5b07-0000-4000-8000-000000000004", "jonas-weber", "Jonas Weber", "jonas.weber@halden.example");

    public static IReadOnlyList<Account> All { get; } = [Bot, Writer, Mara, Jonas];

    public static Account? ById(string id) => All.FirstOrDefault(account => account.Id == id);

    public static Account ByLogin(string login) =>
        All.FirstOrDefault(account => account.Login == login)
            ?? throw new ArgumentException($"There is no account '{login}' in the sandbox.");

    /// <summary>The name to show for an account id, also for one that left.</summary>
    public static string NameOf(string id) => ById(id)?.Name ?? "Former user";

    /// <summary>
    /// Whose <c>Authorization</c> header this is: Basic with e-mail or login and token, or Bearer with one of the tokens.
    /// </summary>
    public static Account? Of(string authorization, bool bearerIsAccessToken)
    {
        var (scheme, rest) = authorization.Split(' ', 2) is [var first, var second] ? (first, second) : ("", "");
        if (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return All.FirstOrDefault(account => (bearerIsAccessToken ? account.PersonalAccessToken : account.Token) == rest);
        }

        var bytes = new byte[rest.Length];
        if (!scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(rest, bytes, out var length))
        {
            return null;
        }

        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var user, var token]
            ? All.FirstOrDefault(account =>
                (account.Email == user || account.Login == user) && account.Token is not null && account.Token == token)
            : null;
    }
}

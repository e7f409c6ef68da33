using DocsPipeline.Sandbox.TradingGrid.Portal;

namespace DocsPipeline.Sandbox.TradingGrid.Seeding;

/// <summary>The people of the partners who may sign in at the portal.</summary>
internal static class PortalAccounts
{
    // Hashed beforehand: three times PBKDF2 would be half of the sandbox's start.
    public static PortalAccount Anna { get; } = new(
        new PortalUser
        {
            Id = "user_anna",
            Email = "anna@acme.example",
            Name = "Anna Adler",
            PartnerId = "acme",
            Role = "technical",
            PasswordHash = "pbkdf2-sha512$210000$qAbsSXMKHmMf0Epg66Qqug==$qUsI83zmed1dt6BChILuF+syLO8AJqfH3lqkyZ6BZpA=",
        },
        "acme-portal");

    public static PortalAccount Bo { get; } = new(
        new PortalUser
        {
            Id = "user_bo",
            Email = "bo@borealis.example",
            Name = "Bo Berg",
            PartnerId = "borealis",
            Role = "technical",
            PasswordHash = "pbkdf2-sha512$210000$k1w6IZTDw88NXKyqtecEFg==$Tc+Lm3zomIkK5Dn0OIqoZuRzd3dTdSD1R4UYAwXfUnQ=",
        },
        "borealis-portal");

    public static PortalAccount Cleo { get; } = new(
        new PortalUser
        {
            Id = "user_cleo",
            Email = "cleo@cobalt.example",
            Name = "Cleo Costa",
            PartnerId = "cobalt",
            Role = "business",
            PasswordHash = "pbkdf2-sha512$210000$cSxf5eIJGnERvqkC+TZ7Rw==$OMZmmcbNO4r8rcwT44eat6btT1fLc5DU8N0pwmfxvOk=",
        },
        "cobalt-portal");

    public static IReadOnlyList<PortalAccount> All { get; } = [Anna, Bo, Cleo];
}

using Spectre.Console;

namespace Build.Narration;

/// <summary>
/// Where we write: colours and a spinner for a person at a terminal, plain lines for a pipe, for CI and where <c>NO_COLOR</c> is set.
/// </summary>
internal static class Screen
{
    /// <summary>A pipe has no edge: lines are not broken for it.</summary>
    private const int WidthOfAPipe = 10_000;

    /// <summary>Whether a person watches, so that lines may be drawn over.</summary>
    public static bool IsLive { get; } = !Console.IsOutputRedirected && !IsSet("CI") && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>Whether stderr, where faults are told, may be coloured.</summary>
    public static bool HasColour { get; } = !Console.IsErrorRedirected && !IsSet("NO_COLOR") && !IsSet("CI");

    public static IAnsiConsole Output { get; } = For(Console.Out, Console.IsOutputRedirected);

    private static IAnsiConsole For(TextWriter writer, bool redirected)
    {
        var plain = redirected || IsSet("NO_COLOR") || IsSet("CI");
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (redirected)
        {
            console.Profile.Width = WidthOfAPipe;
        }

        return console;
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}

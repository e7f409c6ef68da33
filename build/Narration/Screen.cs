using Spectre.Console;

namespace Build.Narration;

/// <summary>
/// Where we write: in colour for a person at a terminal, plain lines for a pipe, for CI and where <c>NO_COLOR</c> is set.
/// </summary>
internal static class Screen
{
    /// <summary>A pipe has no edge: lines are not broken for it.</summary>
    private const int WidthOfAPipe = 10_000;

    /// <summary>Whether results may be coloured.</summary>
    public static bool OutputHasColour { get; } = HasColour(Console.IsOutputRedirected);

    /// <summary>Whether faults and progress may be coloured.</summary>
    public static bool ErrorHasColour { get; } = HasColour(Console.IsErrorRedirected);

    /// <summary>Whether a line on stderr may be written over: a person is looking, and it is no log.</summary>
    public static bool ErrorIsTerminal { get; } = !Console.IsErrorRedirected && !IsSet("CI");

    /// <summary>For results.</summary>
    public static IAnsiConsole Output { get; } = For(Console.Out, OutputHasColour, Console.IsOutputRedirected);

    /// <summary>For faults and progress, so that a result can be piped on.</summary>
    public static IAnsiConsole Error { get; } = For(Console.Error, ErrorHasColour, Console.IsErrorRedirected);

    private static IAnsiConsole For(TextWriter writer, bool colour, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = colour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (redirected)
        {
            console.Profile.Width = WidthOfAPipe;
        }

        return console;
    }

    private static bool HasColour(bool redirected) => !redirected && !IsSet("NO_COLOR") && !IsSet("CI");

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}

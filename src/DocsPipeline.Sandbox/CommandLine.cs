using System.Globalization;

namespace DocsPipeline.Sandbox;

/// <summary>The sandbox as a program of its own: <c>--port --state --pages --reset</c>.</summary>
internal static class CommandLine
{
    public const string Usage = "usage: DocsPipeline.Sandbox [--port NUMBER] [--state DIR] [--pages DIR] [--reset]";

    /// <summary>Answers nothing for a command line that is not understood.</summary>
    public static SandboxOptions? Parse(ReadOnlySpan<string> args)
    {
        var options = new SandboxOptions { StateDirectory = Path.Combine("artifacts", "sandbox"), Port = 8088 };
        while (!args.IsEmpty)
        {
            switch (args)
            {
                case ["--reset", ..]:
                    options = options with { Reset = true };
                    args = args[1..];
                    continue;
                case ["--port", var number, ..] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    && port <= 65535:
                    options = options with { Port = port };
                    break;
                case ["--state", var directory, ..]:
                    options = options with { StateDirectory = directory };
                    break;
                case ["--pages", var directory, ..]:
                    options = options with { PagesDirectory = directory };
                    break;
                default:
                    return null;
            }

            args = args[2..];
        }

        return options;
    }
}

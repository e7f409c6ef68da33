using System.Text;

namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>What one run of the git program answered.</summary>
internal sealed record GitOutput(int ExitCode, byte[] Bytes, string Error)
{
    public bool Succeeded => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Bytes);

    public string Line => Text.TrimEnd('\n');

    public string[] Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The fields of an answer written with <c>-z</c>.</summary>
    public string[] Fields => Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);

    public GitOutput OrThrow() =>
        Succeeded ? this : throw new InvalidOperationException($"git ended with {ExitCode}: {Error.Trim()}");
}

using System.Text;

namespace DocsPipeline.Systems.Git;

/// <summary>What a git command left behind.</summary>
internal sealed record GitOutput(int ExitCode, ReadOnlyMemory<byte> Bytes, string Complaint)
{
    /// <summary>The output as one text without its last line end.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span).TrimEnd('\n');

    /// <summary>The parts of <c>-z</c> output.</summary>
    public IReadOnlyList<string> Fields => Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
}

using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

/// <summary>Why a page cannot be read, at an offset of its source.</summary>
internal sealed record ScanFault(DiagnosticCode Code, int Offset, string Message)
{
    public Diagnostic In(string path, string source) => Code.At(path, SourceSpan.At(source, Offset), Message);
}

using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>
/// The folder that is written. A file is made in a hidden folder beside the others and then put in its place, so that whoever looks, even
/// after the run was killed, finds it whole or as it was. One run at a time: a second one would mix its results in.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Unfinished = ".converting";

    private readonly string root;
    private readonly bool isNew;
    private readonly FileStream hold;
    private int parts;

    private OutputFolder(string root, bool isNew, FileStream hold) => (this.root, this.isNew, this.hold) = (root, isNew, hold);

    /// <summary>The folder, made where it is missing; what a killed run left unfinished in it is gone.</summary>
    public static OutputFolder Open(string root)
    {
        try
        {
            var isNew = !Directory.Exists(root);
            var unfinished = Directory.CreateDirectory(Path.Combine(root, Unfinished));
            var hold = new FileStream(Path.Combine(unfinished.FullName, "hold"), FileMode.Create, FileAccess.Write, FileShare.None);
            foreach (var part in unfinished.EnumerateFiles().Where(part => part.Name != "hold"))
            {
                part.Delete();
            }

            return new OutputFolder(root, isNew, hold);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(root, fault);
        }
    }

    /// <summary>A result that stops the run because it cannot be written.</summary>
    public static PipelineException Unwritable(string path, Exception fault)
    {
        var diagnostic = Catalogue.Conversion.FileIsUnreadable.At(
            path, SourceSpan.Start, $"results cannot be written: {fault.Message.ReplaceLineEndings(" ")}",
            help: "check the folder's permissions and space, and that no other run writes to it");
        return new PipelineException(ExitCode.Errors, diagnostic);
    }

    /// <summary>Where a file of the folder stands (path with <c>/</c>).</summary>
    public string At(string file) => Path.Combine(root, file);

    /// <summary>A name for a file that is still being made.</summary>
    public string Part() => Path.Combine(root, Unfinished, Interlocked.Increment(ref parts).ToString());

    /// <summary>
    /// Writes a file, in UTF-8 without a byte order mark, whole or not at all. One that says the same already is left alone: its time is
    /// that of its last change, and to read it costs less than to put another in its place.
    /// </summary>
    public void Write(string file, string text)
    {
        var bytes = Utf8File.Bytes(text);
        if (!isNew && Utf8File.Holds(At(file), bytes))
        {
            return;
        }

        var part = Part();
        try
        {
            Utf8File.Write(part, bytes);
            Move(part, At(file));
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static void Move(string part, string file)
    {
        try
        {
            File.Move(part, file, overwrite: true);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Move(part, file, overwrite: true);
        }
    }

    public void Dispose()
    {
        hold.Dispose();
        try
        {
            Directory.Delete(Path.Combine(root, Unfinished), recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It hides, and the next run clears it.
        }
    }
}

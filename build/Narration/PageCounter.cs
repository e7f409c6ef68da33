using DocsPipeline.Flows.Export.Reporting;

namespace Build.Narration;

/// <summary>
/// How far a run over many pages is: one line that is written over on a terminal; elsewhere a plain line for every tenth of the way, if the
/// way is long.
/// </summary>
internal sealed class PageCounter(TextWriter writer, bool isTerminal, int width) : IProgress<PageProgress>
{
    private const int WorthTelling = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private string step = "";
    private int told;
    private long drawn;
    private bool isOpen;

    /// <summary>For the terminal that progress goes to, or the pipe in its place.</summary>
    public static PageCounter ForScreen() => new(Console.Error, Screen.ErrorIsTerminal, Screen.Error.Profile.Width);

    public void Report(PageProgress value)
    {
        lock (gate)
        {
            if (value.Step != step)
            {
                (step, told) = (value.Step, 0);
            }

            // Workers report out of order; the number on the screen never goes down.
            if (value.Done <= told)
            {
                return;
            }

            if (isTerminal)
            {
                Draw(value);
            }
            else if (value.Total >= WorthTelling && value.Done * 10 / value.Total > told * 10 / value.Total)
            {
                writer.WriteLine($"    {value.Step} {value.Done}/{value.Total} pages");
            }

            told = value.Done;
        }
    }

    /// <summary>Takes the line away before something else is written.</summary>
    public void Clear()
    {
        lock (gate)
        {
            if (isOpen)
            {
                writer.Write("\r\u001b[K");
                isOpen = false;
            }
        }
    }

    private void Draw(PageProgress value)
    {
        if (value.Done < value.Total && Environment.TickCount64 - drawn < Pause.TotalMilliseconds)
        {
            return;
        }

        drawn = Environment.TickCount64;
        var title = new string([.. value.Current.Where(character => !char.IsControl(character))]);
        var line = $"    {value.Step} {value.Done}/{value.Total} pages · {title}";
        writer.Write($"\r{(line.Length < width ? line : line[..(width - 1)])}\u001b[K");
        isOpen = value.Done < value.Total;
        if (!isOpen)
        {
            writer.Write("\r\u001b[K");
        }
    }
}

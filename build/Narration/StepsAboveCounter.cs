namespace Build.Narration;

/// <summary>Steps as lines of their own, with the page counter out of their way.</summary>
internal sealed class StepsAboveCounter(IProgress<string> steps, PageCounter counter) : IProgress<string>
{
    public void Report(string value)
    {
        counter.Clear();
        steps.Report(value);
    }
}

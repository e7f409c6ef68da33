using DocsPipeline.Demo.Events;

namespace Build.Narration;

/// <summary>The demo as a person follows it: chapters, steps, and a mark for every statement that was checked.</summary>
internal sealed class DemoNarration(Narrator narrator) : IProgress<DemoEvent>
{
    public void Report(DemoEvent value)
    {
        switch (value)
        {
            case DemoEvent.ChapterBegins chapter:
                narrator.Chapter(chapter.Title);
                break;
            case DemoEvent.StepIsDone step:
                narrator.Report(step.What);
                break;
            case DemoEvent.ChecksBegin checks:
                narrator.Say($"  {checks.Flow} {checks.Name}");
                break;
            case DemoEvent.StatementIsChecked { Holds: true } holds:
                narrator.Passed(holds.Statement);
                break;
            case DemoEvent.StatementIsChecked broken:
                narrator.Failed(broken.Statement);
                break;
        }
    }
}

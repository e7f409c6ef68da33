namespace DocsPipeline.Demo.Events;

/// <summary>What happens in a run of the demo, in order and as values: whoever started it decides how it is shown.</summary>
internal abstract record DemoEvent
{
    private DemoEvent()
    {
    }

    /// <summary>A part of the scenario begins; what follows belongs to it.</summary>
    public sealed record ChapterBegins(string Title) : DemoEvent;

    /// <summary>Somebody, or the pipeline, did something.</summary>
    public sealed record StepIsDone(string What) : DemoEvent;

    /// <summary>The checks of one flow begin.</summary>
    public sealed record ChecksBegin(int Flow, string Name) : DemoEvent;

    /// <summary>A statement about the systems held, or did not.</summary>
    public sealed record StatementIsChecked(string Statement, bool Holds) : DemoEvent;
}

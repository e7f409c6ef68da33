namespace DocsPipeline.Demo.Events;

/// <summary>Sentences, such as the flows of the pipeline report them, as steps of the demo.</summary>
internal sealed class StepEvents(IProgress<DemoEvent> events) : IProgress<string>
{
    public void Report(string value) => events.Report(new DemoEvent.StepIsDone(value));
}

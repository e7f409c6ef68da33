namespace DocsPipeline.Flows.Convert.Watching;

public enum WatchedOutcome
{
    /// <summary>The result is written.</summary>
    Converted,

    /// <summary>Nothing is written; an earlier result stays.</summary>
    Failed,

    /// <summary>The file is gone, and with it what the watch had made of it.</summary>
    Removed,

    /// <summary>The file is gone; what it had become is not as the watch wrote it, and stays.</summary>
    Kept,
}

namespace DocsPipeline.Sandbox.TradingGrid.Events;

/// <summary>A kind of resource that events are about: what they call it and where the API has it.</summary>
internal interface IEventSubject
{
    /// <summary>The word that stands as <c>resource.type</c>.</summary>
    static abstract string EventType { get; }

    /// <summary>The segment of its path below the community.</summary>
    static abstract string EventPath { get; }

    /// <summary>The id that its owner gave it, where it has one.</summary>
    string? ExternalId => null;
}

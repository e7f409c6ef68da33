namespace DocsPipeline.Sandbox.TradingGrid.Settings;

/// <summary>How the community behaves; changed through the control interface and kept over a restart.</summary>
internal sealed record GridSwitches
{
    /// <summary>Events younger than this do not show in the feed yet.</summary>
    public double EventLagSeconds { get; init; }

    /// <summary>How long an upload stays pending.</summary>
    public double ScanSeconds { get; init; } = 0.5;

    /// <summary>How long a token lives.</summary>
    public int TokenSeconds { get; init; } = 3600;

    /// <summary>Each page of the feed begins with the last event of the page before.</summary>
    public bool RepeatEvents { get; init; }

    /// <summary>401 and 403 are answered by the gateway in front: <c>{"fault": …}</c> instead of problem+json.</summary>
    public bool GatewayFaults { get; init; }

    /// <summary>Feed cursors handed out until then are expired.</summary>
    public DateTimeOffset? FeedCursorsExpiredUntil { get; init; }

    /// <summary>Who is woken up by events.</summary>
    public IReadOnlyList<WebhookTarget> Webhooks { get; init; } = [];
}

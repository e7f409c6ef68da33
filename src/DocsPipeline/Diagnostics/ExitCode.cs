namespace DocsPipeline.Diagnostics;

/// <summary>What the process tells its caller; the numbers are part of the command line's contract.</summary>
public enum ExitCode
{
    Done = 0,
    Errors = 1,
    ChangesPending = 2,
    Refused = 3,
    StalePlan = 4,
    PartlyApplied = 5,
    WrongCommandLine = 64,
    Unreachable = 69,
}

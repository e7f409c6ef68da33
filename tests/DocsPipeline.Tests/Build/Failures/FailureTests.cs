using Build.Failures;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Tests.Build.Failures;

public sealed class FailureTests
{
    [Theory]
    [InlineData(ExitCode.Errors, 1)]
    [InlineData(ExitCode.Refused, 3)]
    [InlineData(ExitCode.StalePlan, 4)]
    [InlineData(ExitCode.WrongCommandLine, 64)]
    [InlineData(ExitCode.Unreachable, 69)]
    public void Every_reason_to_stop_keeps_its_exit_code(ExitCode reason, int code) =>
        Failure.Tell(new PipelineException(reason, [])).ShouldBe(code);

    [Fact]
    public void What_should_not_happen_goes_into_a_log()
    {
        var path = ErrorLog.Write(new InvalidOperationException("boom"));
        var file = Path.Combine(Checkout.Root, path);
        File.ReadAllText(file).ShouldContain("InvalidOperationException: boom");
        path.ShouldStartWith("artifacts/log/");
        File.Delete(file);
    }

    [Fact]
    public void A_log_never_holds_a_secret_of_the_environment()
    {
        Environment.SetEnvironmentVariable("TRADING_GRID_CLIENT_SECRET", "swordfish-4711");
        try
        {
            ErrorLog.Redact("the server said swordfish-4711 is wrong").ShouldBe("the server said *** is wrong");
        }
        finally
        {
            Environment.SetEnvironmentVariable("TRADING_GRID_CLIENT_SECRET", null);
        }
    }
}

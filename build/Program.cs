using Build;
using Build.CommandLine;
using Build.Engine;
using Build.Failures;
using Cake.Frosting;

return new CakeHost()
    .UseContext<BuildContext>()
    .UseLifetime<BuildLifetime>()
    .UseWorkingDirectory(Repository.Root)
    .UseCommandLine(TargetCommandLine.Of(typeof(BuildContext).Assembly).Read)
    .UseExceptionHandler(Failure.Tell)
    .ConfigureServices(QuietEngine.Register)
    .Run(args);

using Build;
using Build.CommandLine;
using Cake.Frosting;

return new CakeHost()
    .UseContext<BuildContext>()
    .UseLifetime<BuildLifetime>()
    .UseWorkingDirectory(Repository.Root)
    .UseCommandLine(TargetCommandLine.Read)
    .UseExceptionHandler(Failure.Tell)
    .ConfigureServices(Quiet.Register)
    .Run(args);

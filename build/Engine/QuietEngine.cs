using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Build.Engine;

/// <summary>The engine stays in the background: targets speak for themselves.</summary>
internal static class QuietEngine
{
    public static void Register(IServiceCollection services) => services
        .AddSingleton<ICakeLog, QuietLog>()
        .AddSingleton<ICakeReportPrinter, QuietReport>();
}

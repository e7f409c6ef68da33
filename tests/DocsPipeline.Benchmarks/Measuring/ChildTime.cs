using System.Runtime.InteropServices;

namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>The processor time of all processes that this one started and that have ended, with those that they started, as the kernel
/// counts it.</summary>
internal static partial class ChildTime
{
    private const int OfChildren = -1;

    /// <summary>In seconds, user and system; null where the system is not Linux.</summary>
    public static double? Total()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // struct rusage of the 64-bit systems: seconds and microseconds of user time, the same of system time, then 14 numbers.
        Span<long> usage = stackalloc long[18];
        return GetUsage(OfChildren, ref MemoryMarshal.GetReference(usage)) == 0
            ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6)
            : null;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, ref long usage);
}

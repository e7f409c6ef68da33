namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>What somebody may do in a repository; each includes the ones before it.</summary>
internal enum Permission
{
    None,
    Read,
    Write,
    Admin,
}

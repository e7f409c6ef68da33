#!/usr/bin/env pwsh
#Requires -Version 7.3
# Runs a target: ./build.ps1 publish. The same as build.sh, for PowerShell.
$ErrorActionPreference = 'Stop'
# Words reach the program as they were typed, and its exit code is the answer, whatever a session sets for itself.
$PSNativeCommandArgumentPassing = 'Standard'
$PSNativeCommandUseErrorActionPreference = $false

$out = Join-Path $PSScriptRoot 'artifacts/build'
$current = Join-Path $out 'current'
$sources = 'build', 'src', 'global.json', 'Directory.Build.props', 'Directory.Packages.props' | ForEach-Object { Join-Path $PSScriptRoot $_ }

function Get-Program { Join-Path $out ([IO.File]::ReadAllText($current).Trim()) 'Build.dll' }

# A compilation that was interrupted leaves a name and no program. Folders count too: a deleted file leaves no trace but its folder's time.
function Test-Stale {
    if (-not [IO.File]::Exists($current) -or -not [IO.File]::Exists((Get-Program))) { return $true }
    $compiled = [IO.File]::GetLastWriteTimeUtc($current)
    foreach ($source in $sources) {
        if ([IO.File]::GetLastWriteTimeUtc($source) -gt $compiled) { return $true }
        if (-not [IO.Directory]::Exists($source)) { continue }
        foreach ($entry in [IO.DirectoryInfo]::new($source).EnumerateFileSystemInfos('*', [IO.SearchOption]::AllDirectories)) {
            if ($entry.LastWriteTimeUtc -gt $compiled) { return $true }
        }
    }
    return $false
}

# The same lock as build.sh takes: the first of several starts compiles, the others wait for it.
function Open-Lock {
    while ($true) {
        try { return [IO.File]::Open((Join-Path $out 'lock'), [IO.FileMode]::OpenOrCreate, [IO.FileAccess]::ReadWrite, [IO.FileShare]::None) }
        catch [IO.IOException] { Start-Sleep -Milliseconds 100 }
    }
}

function Publish-Program([string] $folder, [string[]] $options) {
    Push-Location -LiteralPath $PSScriptRoot
    try { dotnet publish build/Build.csproj --configuration Release --output $folder --verbosity quiet --nologo @options 2>&1 | ForEach-Object { "$_" } }
    finally { Pop-Location }
}

# Each program has a folder of its own, so that one still running (the sandbox stays up) keeps the files it was started from.
function Build-Program {
    if (-not [Console]::IsErrorRedirected) {
        [Console]::Error.WriteLine('Compiling the build program: this is its first start, or its sources changed ...')
    }
    $name = "$(Get-Date -Format 'yyyyMMddHHmmss')-$PID"
    $next = Join-Path $out 'next'
    [IO.File]::WriteAllText($next, "$name`n")
    # Precompiled code halves the start; a platform or feed without the compiler for it does without.
    $log = Publish-Program (Join-Path $out $name) '--use-current-runtime', '--no-self-contained', '-p:PublishReadyToRun=true'
    if ($LASTEXITCODE -ne 0) { $log = Publish-Program (Join-Path $out $name) @() }
    if ($LASTEXITCODE -ne 0) {
        [Console]::Error.WriteLine($log -join [Environment]::NewLine)
        exit 1
    }
    [IO.File]::Move($next, $current, $true)
    Get-ChildItem -LiteralPath $out -Directory | Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 3 |
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
}

if (Test-Stale) {
    if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) {
        [Console]::Error.WriteLine('DocsPipeline needs the .NET 10 SDK: https://dotnet.microsoft.com/download')
        exit 1
    }
    [IO.Directory]::CreateDirectory($out) | Out-Null
    $lock = Open-Lock
    try { if (Test-Stale) { Build-Program } }
    finally { $lock.Dispose() }
}

# At a prompt, PowerShell makes a list of a,b before we see it.
$words = @(foreach ($word in $args) { if ($word -is [array]) { $word -join ',' } else { $word } })
dotnet (Get-Program) @words
exit $LASTEXITCODE

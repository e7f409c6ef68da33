#!/usr/bin/env pwsh
# Runs a target: ./build.ps1 publish. The same as build.sh, for PowerShell.
$ErrorActionPreference = 'Stop'
$out = Join-Path $PSScriptRoot 'artifacts/build'
$current = Join-Path $out 'current'
$sources = 'build', 'src', 'global.json', 'Directory.Build.props', 'Directory.Packages.props' | ForEach-Object { Join-Path $PSScriptRoot $_ }

function Test-Stale {
    if (-not (Test-Path $current)) { return $true }
    $compiled = (Get-Item $current).LastWriteTimeUtc
    foreach ($source in $sources) {
        if ((Get-Item $source).LastWriteTimeUtc -gt $compiled) { return $true }
        foreach ($item in Get-ChildItem $source -Recurse) { if ($item.LastWriteTimeUtc -gt $compiled) { return $true } }
    }
    return $false
}

function Publish-Program([string] $folder, [string[]] $options) {
    Push-Location $PSScriptRoot
    try { dotnet publish build/Build.csproj --configuration Release --output $folder --verbosity quiet --nologo @options 2>&1 | Out-String }
    finally { Pop-Location }
}

if (Test-Stale) {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        [Console]::Error.WriteLine('DocsPipeline needs the .NET 10 SDK: https://dotnet.microsoft.com/download')
        exit 1
    }
    New-Item -ItemType Directory -Force $out | Out-Null
    $next = (Get-Date -Format 'yyyyMMddHHmmss') + "-$PID"
    $started = [DateTime]::UtcNow
    $log = Publish-Program (Join-Path $out $next) @('--use-current-runtime', '--no-self-contained', '-p:PublishReadyToRun=true')
    if ($LASTEXITCODE -ne 0) { $log = Publish-Program (Join-Path $out $next) @() }
    if ($LASTEXITCODE -ne 0) { [Console]::Error.WriteLine($log); exit 1 }
    Set-Content -NoNewline $current $next
    (Get-Item $current).LastWriteTimeUtc = $started
    Get-ChildItem $out -Directory | Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 3 | Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
}

dotnet (Join-Path $out (Get-Content $current) 'Build.dll') @args
exit $LASTEXITCODE

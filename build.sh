#!/usr/bin/env bash
# Runs a target: ./build.sh publish. The build program is compiled once and started directly for as long as none of its sources is newer.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out="$here/artifacts/build"
stamp="$out/.compiled"

# Folders count too: a deleted file leaves no trace but its folder's time.
is_stale() {
  [ ! -e "$stamp" ] || [ -n "$(cd "$here" && find build src global.json Directory.Build.props Directory.Packages.props -newer "$stamp" -print -quit)" ]
}

compile() {
  command -v dotnet >/dev/null || { echo "DocsPipeline needs the .NET 10 SDK: https://dotnet.microsoft.com/download" >&2; exit 1; }
  [ ! -t 2 ] || echo "Compiling the build program (first start, or its sources changed) ..." >&2
  mkdir -p "$out"
  touch "$stamp.next"
  local log
  log=$(cd "$here" && dotnet publish build/Build.csproj --configuration Release --output "$out" --verbosity quiet --nologo -p:ReadyToRun=true 2>&1) ||
    { printf '%s\n' "$log" >&2; exit 1; }
  mv "$stamp.next" "$stamp"
}

if is_stale; then
  if command -v flock >/dev/null; then
    mkdir -p "$out"
    exec 9>"$out/.lock"
    flock 9
    if is_stale; then compile; fi
    exec 9>&-
  else
    compile
  fi
fi

exec dotnet "$out/Build.dll" "$@"

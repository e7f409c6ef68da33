#!/usr/bin/env bash
# Runs a target: ./build.sh publish. The build program is compiled when one of its sources is newer than it, and started directly otherwise.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out="$here/artifacts/build"
current="$out/current"
sources=(build src global.json Directory.Build.props Directory.Packages.props)

# A compilation that was interrupted leaves a name and no program. Folders count too: a deleted file leaves no trace but its folder's time.
is_stale() {
  [ ! -e "$current" ] || [ ! -e "$out/$(<"$current")/Build.dll" ] || [ -n "$(cd "$here" && find "${sources[@]}" -newer "$current" -print -quit)" ]
}

# The compiler's server outlives its call: it must not inherit the lock.
publish() {
  (cd "$here" && dotnet publish build/Build.csproj --configuration Release --output "$1" --verbosity quiet --nologo "${@:2}" 2>&1 9>&-)
}

# Each program has a folder of its own, so that one still running (the sandbox stays up) keeps the files it was started from.
compile() {
  command -v dotnet >/dev/null || { echo "DocsPipeline needs the .NET 10 SDK: https://dotnet.microsoft.com/download" >&2; return 1; }
  [ ! -t 2 ] || echo "Compiling the build program: this is its first start, or its sources changed ..." >&2
  local next log
  next=$(date +%Y%m%d%H%M%S)-$$
  echo "$next" >"$out/next"
  # Precompiled code halves the start; a platform or feed without the compiler for it does without.
  publish "$out/$next" --use-current-runtime --no-self-contained -p:PublishReadyToRun=true >/dev/null ||
    log=$(publish "$out/$next") || { printf '%s\n' "$log" >&2; return 1; }
  mv "$out/next" "$current"
  ls -dt "$out"/*/ | tail -n +4 | while read -r old; do rm -rf "$old"; done
}

if is_stale; then
  mkdir -p "$out"
  if command -v flock >/dev/null; then
    exec 9>"$out/lock"
    flock 9
  fi
  ! is_stale || compile
  exec 9>&-
fi

exec dotnet "$out/$(<"$current")/Build.dll" "$@"

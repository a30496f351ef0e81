#!/usr/bin/env bash
# Compiles the libraries to native code, every type of them, and runs what a device runs: every message set, and a session settled and
# verified. Exits with 0 if it works, 77 if this machine cannot compile natively (and says why), and else with 1.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
project=tests/PairSettle.AotSmoke

skip() {
  echo "skipped: $1"
  exit 77
}

command -v clang >/dev/null || command -v gcc >/dev/null || skip "neither clang nor gcc is there to link with"
if ! restored=$(dotnet restore "$project" -v q -nologo 2>&1); then
  # Only the compiler's own packages may be missing: they come with the SDK's version, and not every feed has them.
  grep -qiE 'NU110[0-9].*ilcompiler' <<<"$restored" && skip "the native compiler's packages cannot be restored"
  echo "$restored"
  exit 1
fi

dotnet publish "$project" --no-restore -c Release -v q -nologo -o artifacts/aot || exit 1
artifacts/aot/PairSettle.AotSmoke tests/vectors/exi-seeds.jsonl || exit 1

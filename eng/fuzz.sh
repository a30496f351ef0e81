#!/usr/bin/env bash
# usage: eng/fuzz.sh [SECONDS] [SEED] [exi|credentials]
# Feeds damaged streams to the EXI decoders of all message sets, or damaged certificates, requests, evidence, trust lists, contract
# keys, logs and identifiers to their parsers and verifiers, from the project's own vectors (60 seconds, a seed of the day and exi by
# default). Prints what it found, and exits 0 only if nothing did wrong. Inputs worth keeping go to artifacts/fuzz/, from where
# people add them to the files in tests/vectors, which every run and the tests judge first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-60} seed=${2:-$(date -u +%Y%m%d)} kind=${3:-exi}
case $kind in
  exi) seeds=(tests/vectors/exi-{seeds,corpus}.jsonl) ;;
  credentials) seeds=(tests/vectors/credential-{seeds,corpus}.pem) ;;
  *) echo "eng/fuzz.sh: neither exi nor credentials: $kind" >&2; exit 2 ;;
esac
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build src/PairSettle.Tool -c Release -v q -nologo
mkdir -p artifacts/fuzz
exec nice -n 19 dotnet src/PairSettle.Tool/bin/Release/net10.0/pairsettle.dll fuzz "$kind" "${seeds[@]}" \
  --seconds "$seconds" --seed "$seed" --keep "artifacts/fuzz/$seed.${seeds[0]##*.}"

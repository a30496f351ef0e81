#!/usr/bin/env bash
# usage: eng/fuzz.sh [SECONDS] [SEED]
# Feeds damaged streams to the EXI decoders of all message sets, from the project's own vectors (60 seconds, and a seed of
# the day, by default). Prints what it found, and exits 0 only if no decoder did wrong. Streams that made a decoder do
# something new go to artifacts/fuzz/: those worth keeping are added to tests/vectors/exi-seeds.jsonl, which every run judges first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-60} seed=${2:-$(date -u +%Y%m%d)}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build src/PairSettle.Tool -c Release -v q -nologo
mkdir -p artifacts/fuzz
exec nice -n 19 dotnet src/PairSettle.Tool/bin/Release/net10.0/pairsettle.dll fuzz exi tests/vectors/exi-seeds.jsonl \
  --seconds "$seconds" --seed "$seed" --keep "artifacts/fuzz/$seed.jsonl"

#!/usr/bin/env bash
# Builds everything and runs all tests; the last line is "N passed, N failed, N skipped".
# Installs what the tests need from the system's packages when it may; what it may not install, the tests skip and say why.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec </dev/null

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
results=artifacts/test-results
processors=$(nproc 2>/dev/null || echo 1)
jobs=$((processors < 2 ? 1 : 2))

# finish PASSED FAILED SKIPPED: prints the last line and leaves.
finish() {
  echo "$1 passed, $2 failed, $3 skipped"
  exit $(($2 > 0))
}

give_up() {
  echo "error: $1" >&2
  finish 0 1 0
}

# --- what the tests need from the system -------------------------------------------------------------------------------

# package, and the command that succeeds where it is installed
has_python3_pymodbus() { /usr/bin/python3 -c 'import pymodbus'; }
has_python3_serial_asyncio() { /usr/bin/python3 -c 'import serial_asyncio'; } # only recommended to pymodbus, whose server needs it
has_openssl() { openssl version; }
has_gcc() { command -v clang || command -v gcc; } # links native code, with
has_libc6_dev() { test -e /usr/include/stdlib.h; }
has_softhsm2() { softhsm2-util --version; }
has_swtpm() { swtpm --version; }
has_libtpm2_pkcs11_1() { ls /usr/lib/*/libtpm2_pkcs11.so.1; }
packages=(python3-pymodbus python3-serial-asyncio openssl gcc libc6-dev softhsm2 swtpm libtpm2-pkcs11-1)

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    "has_${package//-/_}" >/dev/null 2>&1 || echo "$package"
  done
}

install_packages() {
  local elevate=() log=$results/apt.log
  if ((EUID != 0)); then
    sudo -n true 2>/dev/null || { echo "not installed: no root rights, and sudo asks for a password"; return; }
    elevate=(sudo -n)
  fi
  command -v apt-get >/dev/null || { echo "not installed: there is no apt-get here"; return; }

  local apt=("${elevate[@]}" env DEBIAN_FRONTEND=noninteractive timeout 300 apt-get -q -o DPkg::Lock::Timeout=120)
  echo "installing $*"
  "${apt[@]}" install -y --no-install-recommends "$@" >"$log" 2>&1 && return
  { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$@"; } >>"$log" 2>&1 && return
  echo "not installed: apt-get failed, see $log"
}

# --- counting ------------------------------------------------------------------------------------------------------------

# counters TRX: prints "total executed passed"
counters() {
  sed -n 's/.*<Counters total="\([0-9]*\)" executed="\([0-9]*\)" passed="\([0-9]*\)".*/\1 \2 \3/p' "$1"
}

# messages TRX OUTCOME: prints the first line of the message of every test with that outcome
messages() {
  awk -v outcome="outcome=\"$2\"" '
    /<UnitTestResult / { wanted = index($0, outcome) > 0 }
    wanted && /<Message>/ { sub(/.*<Message>/, ""); sub(/<\/Message>.*/, ""); print; wanted = 0 }' "$1" |
    sed -e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g'
}

# run_tests NAME DLL: runs one test project; the log, the results and the exit code lie beside each other.
run_tests() {
  dotnet test "$2" --logger "trx;LogFileName=$1.trx" --results-directory "$results" \
    --blame-hang --blame-hang-timeout 4m --blame-hang-dump-type none >"$results/$1.log" 2>&1
  echo $? >"$results/$1.exit"
}

# run_native: compiles and runs the libraries as native code; 77 says that this machine cannot.
run_native() {
  bash eng/aot-smoke.sh >"$results/native-code.log" 2>&1
  echo $? >"$results/native-code.exit"
}
export -f run_tests run_native
export results

# --- the run -------------------------------------------------------------------------------------------------------------

rm -rf "$results"
mkdir -p "$results"

mapfile -t missing < <(missing_packages)
if ((${#missing[@]} > 0)); then
  install_packages "${missing[@]}"
  mapfile -t missing < <(missing_packages)
  for package in "${missing[@]}"; do
    echo "tests that need $package will be skipped"
  done
fi

command -v dotnet >/dev/null || give_up "the .NET SDK of global.json is not installed"
echo "building PairSettle.sln"

# One compiler for all projects spares each the start of its own. It has a name of its own, so that it alone is ended afterwards.
compiler=pairsettle-$$
end_compiler() { pkill -f -- "-pipename:$compiler" 2>/dev/null; }
trap end_compiler EXIT
dotnet build PairSettle.sln -c Release -v q -nologo -m:"$jobs" -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" ||
  give_up "the build failed"
end_compiler

mapfile -t projects < <(sed -n 's/^Project.*"\(tests[^"]*\)\.csproj".*/\1/p' PairSettle.sln | tr '\\' '/' | sort -r) # the longest first
((${#projects[@]} > 0)) || give_up "the solution has no test projects"
echo "testing ${#projects[@]} projects, and compiling natively"
{
  printf '%s\0' run_native '' ''
  for project in "${projects[@]}"; do
    name=${project##*/}
    printf '%s\0' run_tests "$name" "${project%/*}/bin/Release/net10.0/$name.dll"
  done
} | xargs -0 -n 3 -P "$jobs" bash -c '"$@"' bash

passed=0 failed=0 skipped=0
for project in "${projects[@]}"; do
  name=${project##*/}
  total=0 executed=0 succeeded=0
  if [[ -f $results/$name.trx ]]; then
    read -r total executed succeeded < <(counters "$results/$name.trx") || true
  fi
  broken=$((executed - succeeded))

  # A run that ends badly without a failed test (a crash, a hang, a missing file) is a failure too.
  if [[ $(cat "$results/$name.exit" 2>/dev/null) != 0 ]] && ((broken == 0)); then
    broken=1
  fi

  echo "$name: $succeeded passed, $broken failed, $((total - executed)) skipped"
  if ((broken > 0)); then
    sed 's/^/    /' "$results/$name.log"
  fi
  if ((total > executed)); then
    messages "$results/$name.trx" NotExecuted | sort | uniq -c | sed 's/^ *\([0-9]*\) /    skipped \1: /'
  fi
  passed=$((passed + succeeded)) failed=$((failed + broken)) skipped=$((skipped + total - executed))
done

case $(cat "$results/native-code.exit" 2>/dev/null) in
  0) passed=$((passed + 1)) ;;
  77) skipped=$((skipped + 1)) ;;
  *) failed=$((failed + 1)) ;;
esac
sed 's/^/native code: /' "$results/native-code.log"

finish "$passed" "$failed" "$skipped"

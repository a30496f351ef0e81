#!/usr/bin/env bash
# usage: eng/package-smoke.sh RECORD ANCHORS
# Packs the packages, references PairSettle.Records by version from a console project outside the tree, and lets that project verify
# RECORD with the trust anchors in the folder ANCHORS. Succeeds only if it prints "verdict: Valid".
# Feeds for what the packages themselves depend on come from the machine's own configuration.
set -euo pipefail
if (($# != 2)) || [[ ! -f $1 || ! -d $2 ]]; then
  echo "usage: eng/package-smoke.sh RECORD ANCHORS" >&2
  exit 2
fi

record=$(realpath "$1") anchors=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
packages=$PWD/artifacts/packages
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
names=(PairSettle.Exi PairSettle.Iso15118 PairSettle.Credentials PairSettle.Credentials.BouncyCastle PairSettle.Hal PairSettle.Records PairSettle.Testing PairSettle.Tool)

for name in "${names[@]}"; do
  rm -f "$packages/$name.$version.nupkg"
  dotnet pack "src/$name/$name.csproj" -c Release -v q -nologo
  if [[ ! -f $packages/$name.$version.nupkg ]]; then
    echo "error: packing $name left no $name.$version.nupkg" >&2
    exit 1
  fi
done

# The generator has to travel inside the package of the attributes that it reads.
grep -qaF 'analyzers/dotnet/cs/PairSettle.Exi.Generator.dll' "$packages/PairSettle.Exi.$version.nupkg" || {
  echo "error: PairSettle.Exi.$version.nupkg lacks the generator" >&2
  exit 1
}

# A cache of its own: another package of the same version in the user's cache would be taken instead of the fresh one.
outside=$(mktemp -d)
trap 'rm -rf "$outside"' EXIT
export NUGET_PACKAGES=$outside/cache
cat >"$outside/nuget.config" <<CONFIG
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="fresh" value="$packages" />
  </packageSources>
</configuration>
CONFIG
cat >"$outside/VerifyRecord.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PairSettle.Records" Version="[$version]" />
  </ItemGroup>
</Project>
PROJECT
cat >"$outside/Program.cs" <<'PROGRAM'
using PairSettle.Credentials;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;

var record = PairRecord.Parse(File.ReadAllBytes(args[0]));
var report = RecordVerifier.Verify(record, TrustStore.Load(args[1]), RecordPolicy.Default);
Console.WriteLine($"verdict: {report.Verdict}");
Console.WriteLine($"grade: {report.Grade}");
return report.Verdict == RecordVerdict.Valid ? 0 : 1;
PROGRAM

cd "$outside"
dotnet build -c Release -v q -nologo
printed=$(dotnet bin/Release/net10.0/VerifyRecord.dll "$record" "$anchors")
echo "$printed"
grep -qx 'verdict: Valid' <<<"$printed"

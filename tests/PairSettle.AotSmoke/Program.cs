using System.Text.Json;
using PairSettle.AotSmoke;
using PairSettle.Exi;
using PairSettle.Exi.Codecs;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Din70121;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Iso20.AC;
using PairSettle.Iso15118.Iso20.ACDP;
using PairSettle.Iso15118.Iso20.CommonMessages;
using PairSettle.Iso15118.Iso20.DC;
using PairSettle.Iso15118.Iso20.WPT;
using PairSettle.Iso15118.XmlSignature;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;
using PairSettle.Testing.Pki;
using PairSettle.Testing.Simulation;

// Does natively what a device does: every message set from octets to XML and back, a session of both sides settled, signed and
// verified, and the curves of the adapter. Takes a file of vectors; exits with 0 only if all of it works.
ExiCodec[] codecs =
[
    AppProtocolSchema.Codec, Iso2Schema.Codec, XmlDsigSchema.Codec, DinSchema.Codec, CommonMessagesSchema.Codec,
    AcSchema.Codec, DcSchema.Codec, WptSchema.Codec, AcdpSchema.Codec,
];

var buffer = new byte[64 * 1024];
var streams = 0;
var sets = new HashSet<string>();
foreach (var line in File.ReadLines(args[0]))
{
    using var vector = JsonDocument.Parse(line);
    var root = vector.RootElement;
    var (id, schema) = (root.GetProperty("id").GetString(), root.GetProperty("schema").GetString());
    var fragment = root.GetProperty("kind").GetString() == "fragment";
    var octets = Convert.FromHexString(root.GetProperty("exi_hex").GetString()!);
    var codec = (ExiSchemaCodec)Array.Find(codecs, codec => codec.TargetNamespace == schema)!;
    if (!codec.TryReencode(octets, fragment, buffer, out var written, out var error)
        || !octets.AsSpan().SequenceEqual(buffer.AsSpan(0, written))
        || !codec.TryDecodeToXml(octets, fragment, out var xml, out error)
        || !codec.TryEncodeFromXml(xml, fragment, ExiStringTableMode.Misses, out _, out error))
    {
        Console.Error.WriteLine($"{id}: {error}");
        return 1;
    }

    sets.Add(schema!);
    streams++;
}

using var pki = ThrowAwayPki.Create(TimeProvider.System.GetUtcNow());
var run = SettlementSimulation.Run(SettlementWorld.Create(pki), new() { ChargeFor = TimeSpan.FromMinutes(2) });
var record = PairRecord.Parse(run.VehicleRecords.Single().Record.ToDer());
var report = RecordVerifier.Verify(record, pki.Anchors, RecordPolicy.Default);

var curves = AdapterCheck.WorkingAlgorithms(TimeProvider.System.GetUtcNow());

Console.WriteLine($"{streams} streams of {sets.Count} message sets; {run.MeteredWh} Wh metered; verdict: {report.Verdict}, grade: {report.Grade}; adapter: {string.Join(' ', curves)}");
return sets.Count == codecs.Length && curves.Count == AdapterCheck.Algorithms && report.Verdict == RecordVerdict.Valid && report.Grade == EvidenceGrade.Paired ? 0 : 1;

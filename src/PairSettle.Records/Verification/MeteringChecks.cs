using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;

namespace PairSettle.Records.Verification;

/// <summary>What the meter showed, who vouches for it, and whether the charger's energy follows from it.</summary>
internal static class MeteringChecks
{
    public static void Check(RecordContext context)
    {
        var statements = new List<(string Name, MeterStatement Statement)> { ("start", context.Offer.StartMeter) };
        if (context.Checkpoint is { } checkpoint)
        {
            statements.Add(("checkpoint", checkpoint.Content.Meter));
        }

        if (context.ChargerHalf?.Content.EndMeter is { } end)
        {
            statements.Add(("end", end));
        }

        var meter = CheckDeclared(context);
        context.Require(
            RecordCheck.MeterSame,
            statements.TrueForAll(item => item.Statement.MeterSerial == context.Offer.StartMeter.MeterSerial),
            "all statements are of one meter",
            "the statements are of different meters");
        var ordered = true;
        for (var i = 1; i < statements.Count; i++)
        {
            var (before, after) = (statements[i - 1].Statement, statements[i].Statement);
            ordered &= after.ImportWh >= before.ImportWh && after.ExportWh >= before.ExportWh && after.At.Instant >= before.At.Instant;
        }

        context.Require(RecordCheck.MeterOrder, ordered, "registers and instants of the meter run forwards", "a register or instant of the meter runs backwards");
        foreach (var (name, statement) in statements)
        {
            CheckAttestation(context, name, statement, meter);
        }

        if (context.ChargerHalf?.Content is { EndMeter: { } last } half)
        {
            var (import, export) = last.Since(context.Offer.StartMeter);
            context.Require(
                RecordCheck.MeterEnergy,
                half.ImportWh == import && half.ExportWh == export,
                $"the meter counted {import} Wh in and {export} Wh out, as the charger states",
                $"the meter counted {import} Wh in and {export} Wh out, the charger states {half.ImportWh} Wh and {half.ExportWh} Wh");
        }
    }

    private static MeterBody? CheckDeclared(RecordContext context)
    {
        var serial = context.Offer.StartMeter.MeterSerial;
        foreach (var hash in context.Offer.Meters)
        {
            if (context.Declared<MeterBody>(hash) is { } meter
                && DeclarationRules.BindsMeter(meter, serial, context.Offer.EvseId)
                && (context.Policy.Meter != MeterRequirement.MeterAuthority || context.Declarations[hash].Issuer == AuthorityRole.Meter))
            {
                context.Add(
                    RecordCheck.MeterDeclared, FindingOutcome.Passed, $"a {context.Declarations[hash].Issuer} authority binds the meter to the EVSE");
                return meter;
            }
        }

        context.Add(
            RecordCheck.MeterDeclared,
            context.Policy.Meter == MeterRequirement.None ? FindingOutcome.Noted : FindingOutcome.NotChecked,
            "no accepted declaration binds this meter to this EVSE");
        return null;
    }

    private static void CheckAttestation(RecordContext context, string name, MeterStatement statement, MeterBody? meter)
    {
        switch (statement.Attestation)
        {
            case null:
                context.Add(
                    RecordCheck.MeterAttested,
                    context.Policy.RequireMeterAttestation ? FindingOutcome.NotChecked : FindingOutcome.Noted,
                    $"the meter itself did not sign the {name} statement; the charger's signature covers it");
                break;
            case MeterAttestation.Attached attached:
                // A foreign format needs its own verifier; that the octets are the named ones is checked with the attachments.
                context.Add(
                    RecordCheck.MeterAttested,
                    context.Policy.RequireMeterAttestation ? FindingOutcome.NotChecked : FindingOutcome.Noted,
                    $"the {name} statement is attested in the format {attached.Format}, which is not evaluated here");
                break;
            case MeterAttestation.Signature when meter is null || meter.PublicKey.Length == 0:
                context.Add(RecordCheck.MeterAttested, FindingOutcome.NotChecked, $"no declared key for the meter's signature on the {name} statement");
                break;
            case MeterAttestation.Signature signature:
                context.Require(
                    RecordCheck.MeterAttested,
                    MeterSignature.IsRight(statement, meter.PublicKey.Span, signature.Value.Span),
                    $"the meter signed the {name} statement",
                    $"the meter's signature on the {name} statement is wrong");
                break;
        }
    }
}

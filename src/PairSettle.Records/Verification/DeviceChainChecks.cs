using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>The place of each half in its device's history.</summary>
internal static class DeviceChainChecks
{
    public static void Check(RecordContext context)
    {
        foreach (var half in ContainerChecks.Halves(context))
        {
            CheckCounters(context, half);
            CheckPrevious(context, half);
            if (half.Device.UnaccountedWh > 0)
            {
                context.Add(
                    RecordCheck.DeviceGap, FindingOutcome.Noted, $"the {half.Role}'s meter counted {half.Device.UnaccountedWh} Wh that belong to no record");
            }
        }

        CheckHead(context, context.ChargerHalf?.Content, context.VehicleHalf);
        CheckHead(context, context.VehicleHalf?.Content, context.ChargerHalf);
    }

    private static void CheckCounters(RecordContext context, HalfRecord half)
    {
        var device = half.Device;
        var first = device.RecordCounter == 1;
        context.Require(
            RecordCheck.DeviceCounters,
            first
                ? device.CumulativeImportWh == half.ImportWh && device.CumulativeExportWh == half.ExportWh && device.CumulativeCost == half.Cost
                : device.CumulativeImportWh >= half.ImportWh && device.CumulativeExportWh >= half.ExportWh
                    && (device.CumulativeCost.Currency != half.Cost.Currency || device.CumulativeCost.MinorUnits >= half.Cost.MinorUnits),
            $"record {device.RecordCounter} of the {half.Role}; its totals contain this session",
            $"the totals of the {half.Role}'s record {device.RecordCounter} do not contain this session");
    }

    private static void CheckPrevious(RecordContext context, HalfRecord half)
    {
        var device = half.Device;
        if (device.RecordCounter == 1)
        {
            context.Add(RecordCheck.DevicePrevious, FindingOutcome.Passed, $"the {half.Role}'s first record");
            return;
        }

        if (!context.Policy.KnownHalves.TryGetValue(device.PreviousRecord, out var previous))
        {
            context.Add(
                RecordCheck.DevicePrevious,
                FindingOutcome.Noted,
                $"the {half.Role}'s previous record {AttachmentIndex.Short(device.PreviousRecord)} is not at hand");
            return;
        }

        var before = previous.Device;
        var sameCurrency = before.CumulativeCost.Currency == half.Cost.Currency && device.CumulativeCost.Currency == half.Cost.Currency;
        context.Require(
            RecordCheck.DevicePrevious,
            previous.Role == half.Role
                && before.RecordCounter == device.RecordCounter - 1
                && before.BootCounter <= device.BootCounter
                && before.CumulativeImportWh + half.ImportWh == device.CumulativeImportWh
                && before.CumulativeExportWh + half.ExportWh == device.CumulativeExportWh
                && (!sameCurrency || before.CumulativeCost.MinorUnits + half.Cost.MinorUnits == device.CumulativeCost.MinorUnits)
                && previous.EndedAt.Instant <= half.StartedAt.Instant,
            $"the {half.Role}'s record {device.RecordCounter} continues its record {before.RecordCounter}",
            $"the {half.Role}'s record {device.RecordCounter} does not continue its record {before.RecordCounter}");
    }

    // What a device saw of its peer is older than the record that both are making now.
    private static void CheckHead(RecordContext context, HalfRecord? half, SignedPart<HalfRecord>? peer)
    {
        if (half?.Device.PeerHead is not { } head || peer is null)
        {
            return;
        }

        var device = peer.Content.Device;
        var consistent = head.RecordCounter < device.RecordCounter
            && (head.RecordCounter != device.RecordCounter - 1 || head.Record == device.PreviousRecord);
        context.Require(
            RecordCheck.PeerHead,
            consistent,
            $"the {half.Role} has seen record {head.RecordCounter} of the {peer.Content.Role}",
            $"the {half.Role} has seen record {head.RecordCounter} of the {peer.Content.Role}, which contradicts its record {device.RecordCounter}");
    }
}

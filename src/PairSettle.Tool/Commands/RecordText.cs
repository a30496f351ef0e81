using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Tool.Commands;

/// <summary>Prints what a record claims. Nothing here is verified, and the text says so.</summary>
internal static class RecordText
{
    public static void Write(PairRecord record, TextWriter output)
    {
        var offer = record.Offer.Content;
        output.WriteLine("Claims of this record, not verified:");
        output.WriteLine($"record      {record.Id}");
        output.WriteLine($"agreement   {record.Agreement.Hash}");
        output.WriteLine($"EVSE        {offer.EvseId}");
        output.WriteLine($"offered     {offer.OfferedAt}");
        output.WriteLine($"accepted    {record.Acceptance?.Content.AcceptedAt.ToString() ?? "no acceptance"}");
        output.WriteLine($"caps        {Text(record.Agreement.Caps)}");
        output.WriteLine($"tariff      {offer.Tariff}");
        output.WriteLine($"checkpoint  {record.LastCheckpoint?.Content.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}{(record.LastAck is null ? "" : ", acknowledged")}");
        WriteHalf("charger", record.ChargerHalf?.Content, output);
        WriteHalf("vehicle", record.VehicleHalf?.Content, output);
        foreach (var attachment in record.Attachments)
        {
            output.WriteLine($"attached    {attachment.Kind,-16} {attachment.Encoded.Length,6} octets  {attachment.Hash}{Kind(attachment)}");
        }
    }

    private static void WriteHalf(string who, HalfRecord? half, TextWriter output)
    {
        if (half is null)
        {
            output.WriteLine($"{who,-11} no half-record");
            return;
        }

        output.WriteLine($"{who,-11} {half.ImportWh} Wh in, {half.ExportWh} Wh out, {half.Cost}, {half.StartedAt} to {half.EndedAt}, {half.EndReason}");
    }

    private static string Text(Caps caps) => $"{caps.EnergyWh} Wh, {caps.Amount}, {caps.Duration}";

    private static string Kind(Attachment attachment) =>
        attachment.Kind is AttachmentKind.Declaration && SignedPart.TryParse<Declaration>(attachment.Encoded.Memory, out var declaration, out _)
            ? $"  {declaration.Content.Body.Kind} by {declaration.Content.Issuer}"
            : "";
}

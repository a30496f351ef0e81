using System.CommandLine;
using System.Globalization;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;
using PairSettle.Testing.Pki;
using PairSettle.Testing.Simulation;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle session</c>: a session to look at, without devices.</summary>
internal static class SessionCommand
{
    private const int LongestSession = 3600;

    public static Command Create() => new("session", "Run a session.") { CreateDemo() };

    private static Command CreateDemo()
    {
        var seconds = new Option<int>("--seconds") { Description = "For how long the vehicle draws power, in simulated time.", DefaultValueFactory = _ => 180 };
        var command = new Command("demo", "Settle a session between two simulated devices, and verify its record. Exit codes are those of record verify.") { seconds };
        command.SetAction(parse =>
        {
            var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var length = parse.GetValue(seconds);
            if (length is < 1 or > LongestSession)
            {
                errors.WriteLine($"pairsettle: --seconds takes a whole number from 1 to {LongestSession}");
                return PairSettleCommand.Misused;
            }

            return Run(TimeSpan.FromSeconds(length), output, errors);
        });
        return command;
    }

    private static int Run(TimeSpan length, TextWriter output, TextWriter errors)
    {
        using var pki = ThrowAwayPki.Create(TimeProvider.System.GetUtcNow());
        var run = SettlementSimulation.Run(SettlementWorld.Create(pki), new() { ChargeFor = length });
        if (run is not { ChargerRecords: [var charger], VehicleRecords: [var vehicle] } || charger.Record.Id != vehicle.Record.Id)
        {
            errors.WriteLine("pairsettle: the two devices do not hold one and the same record");
            return 1;
        }

        output.WriteLine("Simulated in memory: both settlement machines, fresh keys and a scripted meter, in simulated time. No socket, no device.");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{run.MeteredWh} Wh metered, {run.Messages[PartyRole.Charger]} messages from the charger, {run.Messages[PartyRole.Vehicle]} from the vehicle; both hold record {vehicle.Record.Id}"));
        output.WriteLine();

        // What is verified is what a third party would be handed: the octets of the vehicle's record, and the anchors.
        var report = RecordVerifier.Verify(PairRecord.Parse(vehicle.Record.ToDer()), pki.Anchors, RecordPolicy.Default);
        ReportText.Write(report, output);
        return ReportText.ExitCode(report);
    }
}

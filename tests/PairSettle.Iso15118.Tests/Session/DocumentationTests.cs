using System.Globalization;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Tests.Session;

/// <summary>docs/concepts/iso2-machines.md says what the code does.</summary>
public class DocumentationTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs", "concepts", "iso2-machines.md"));

    [Fact]
    public void Page_AcceptedRequests_AreThoseOfTheMachine()
    {
        foreach (var phase in Enum.GetValues<SeccPhase>())
        {
            var accepted = SeccMachine.Accepted(phase);
            Assert.Contains($"| {phase} | {(accepted.IsEmpty ? "none" : string.Join(", ", accepted))} |", Page);
        }
    }

    [Fact]
    public void Page_Times_AreThoseOfTheTable()
    {
        foreach (var rule in Timings.Rules)
        {
            Assert.Contains($"| {rule.Name} | {Seconds(rule.Value)} | {rule.Clause} |", Page);
        }

        foreach (var exchange in Timings.Exchanges)
        {
            Assert.Contains($"| {exchange.Kind} | {Seconds(exchange.Timeout)} | {Seconds(exchange.Performance)} |", Page);
        }
    }

    [Fact]
    public void Exchanges_InTheOrderOfTheEnumeration_AreFoundByTheirKind() =>
        Assert.Equal(Enum.GetValues<MessageKind>(), Timings.Exchanges.Select(exchange => exchange.Kind));

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s");
}

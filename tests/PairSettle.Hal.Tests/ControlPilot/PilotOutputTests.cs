using PairSettle.Hal.ControlPilot;

namespace PairSettle.Hal.Tests.ControlPilot;

public class PilotOutputTests
{
    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, null)]
    [InlineData(50, null)]
    [InlineData(70, null)]
    [InlineData(71, 0)]
    [InlineData(79, 0)]
    [InlineData(80, 6_000)]
    [InlineData(99, 6_000)]
    [InlineData(100, 6_000)]
    [InlineData(267, 16_020)]
    [InlineData(533, 31_980)]
    [InlineData(850, 51_000)]
    [InlineData(851, 52_750)]
    [InlineData(960, 80_000)]
    [InlineData(961, 80_000)]
    [InlineData(970, 80_000)]
    [InlineData(971, 0)]
    public void CurrentLimit_EveryBandOfTheDutyCycle_FollowsTheTable(int dutyPermille, int? expectedMa)
    {
        var output = PilotOutput.Oscillator(dutyPermille);

        Assert.Equal(expectedMa, output.CurrentLimitMa);
        Assert.Equal(expectedMa is null, output.IsDigital);
    }

    [Fact]
    public void ForCurrent_EveryCurrent_NeverStatesMoreAndHardlyLess()
    {
        for (var currentMa = 6_000; currentMa <= 80_000; currentMa += 10)
        {
            var stated = PilotOutput.ForCurrent(currentMa).CurrentLimitMa!.Value;

            // A thousandth is 60 mA below 51 A and 250 mA above; from 51 A to 52.5 A the table has no duty cycle.
            var slack = currentMa < 51_000 ? 60 : currentMa < 52_750 ? 1_750 : 250;
            Assert.InRange(stated, currentMa - slack, currentMa);
        }
    }

    [Fact]
    public void CurrentLimit_NoOscillator_IsZero()
    {
        Assert.Equal(0, PilotOutput.Steady.CurrentLimitMa);
        Assert.Equal(0, PilotOutput.StateF.CurrentLimitMa);
        Assert.Equal(0, default(PilotOutput).CurrentLimitMa);
        Assert.Null(PilotOutput.Digital.CurrentLimitMa);
    }

    [Theory]
    [InlineData(5_999)]
    [InlineData(80_001)]
    public void ForCurrent_OutsideTheTable_Throws(int currentMa) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PilotOutput.ForCurrent(currentMa));

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void Oscillator_SteadyLevel_Throws(int dutyPermille) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PilotOutput.Oscillator(dutyPermille));
}

using FsCheck.Fluent;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Modbus;

public class ModbusReadPlanTests
{
    [Fact]
    public void Create_NeighboursAndGaps_MakesOneRequestForEachRun()
    {
        var plan = ModbusReadPlan.Create([Float(72), Float(0), Float(2), Float(74), Float(52)]);

        Assert.Equal(
            [ModbusRequest.Read(ModbusFunction.ReadInputRegisters, 0, 4), ModbusRequest.Read(ModbusFunction.ReadInputRegisters, 52, 2),
                ModbusRequest.Read(ModbusFunction.ReadInputRegisters, 72, 4)],
            plan.Blocks.Select(b => b.Request));
        Assert.Equal(10, plan.Length);
    }

    [Fact]
    public void Create_PermittedGap_SavesTheRequest()
    {
        Assert.Single(ModbusReadPlan.Create([Float(0), Float(12)], maxGap: 10).Blocks);
        Assert.Equal(2, ModbusReadPlan.Create([Float(0), Float(12)], maxGap: 9).Blocks.Length);
    }

    [Fact]
    public void Create_ValueReadAlone_IsNeverJoined()
    {
        var alone = new ModbusRegister(ModbusFunction.ReadInputRegisters, 2, ModbusRegisterType.UInt16) { IsAlone = true };
        var after = new ModbusRegister(ModbusFunction.ReadInputRegisters, 3, ModbusRegisterType.UInt16);

        var plan = ModbusReadPlan.Create([Float(0), alone, after]);

        Assert.Equal([(0, 2), (2, 1), (3, 1)], plan.Blocks.Select(b => ((int)b.Request.Address, b.Request.Count)));
    }

    [Fact]
    public void Create_ValueWiderThanTheBlock_Throws() =>
        Assert.Throws<ArgumentException>(() => ModbusReadPlan.Create([Float(0)], maxBlock: 1));

    [Fact]
    public void Create_AnyRegisters_CoversEachOnceWithinTheLimits() => Properties.Hold(
        from addresses in Gen.Choose(0, 400).ListOf()
        from types in Gen.Elements(Enum.GetValues<ModbusRegisterType>()).ListOf(addresses.Count)
        from functions in Gen.Elements(ModbusFunction.ReadHoldingRegisters, ModbusFunction.ReadInputRegisters).ListOf(addresses.Count)
        from maxBlock in Gen.Choose(4, ModbusRequest.MaxReadCount)
        from maxGap in Gen.Choose(0, 8)
        select (Registers: addresses.Select((a, i) => new ModbusRegister(functions[i], (ushort)a, types[i])).ToArray(), maxBlock, maxGap),
        input =>
        {
            var plan = ModbusReadPlan.Create(input.Registers, input.maxBlock, input.maxGap);
            var image = new ushort[plan.Length];
            foreach (var block in plan.Blocks)
            {
                Assert.InRange(block.Request.Count, 1, input.maxBlock);
                for (var i = 0; i < block.Request.Count; i++)
                {
                    // Each register of the device shows its own address.
                    image[block.Offset + i] = (ushort)(block.Request.Address + i);
                }
            }

            Assert.Equal(plan.Length, plan.Blocks.Sum(b => b.Request.Count));
            foreach (var register in input.Registers)
            {
                var expected = Enumerable.Range(register.Address, register.Count).Select(a => (ushort)a);
                Assert.Equal(expected, plan.Slice(register, image).ToArray());
                Assert.Contains(plan.Blocks, b => b.Request.Function == register.Function
                    && b.Request.Address <= register.Address && register.Address + register.Count <= b.Request.Address + b.Request.Count);
            }
        });

    private static ModbusRegister Float(int address) =>
        new(ModbusFunction.ReadInputRegisters, (ushort)address, ModbusRegisterType.Float32);
}

using System.Globalization;
using PairSettle.Hal.Metering;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Metering;

public class ModbusMeterProfileTests
{
    [CorpusFact("meters/eastron_sdm630.csv")]
    public void EastronSdm630_EveryQuantity_IsARowWithTwoSources() =>
        Compare(ModbusMeterProfile.EastronSdm630, "meters/eastron_sdm630.csv");

    [CorpusFact("meters/eastron_sdm72dm_v2.csv")]
    public void EastronSdm72DmV2_EveryQuantity_IsARowWithTwoSources() =>
        Compare(ModbusMeterProfile.EastronSdm72DmV2, "meters/eastron_sdm72dm_v2.csv");

    [CorpusFact("meters/carlogavazzi_em24_e1_tcp.csv")]
    public void CarloGavazziEm24E1_EveryQuantity_IsARowWithTwoSources() =>
        Compare(ModbusMeterProfile.CarloGavazziEm24E1, "meters/carlogavazzi_em24_e1_tcp.csv");

    [CorpusFact("meters/abb_b21_b23_b24.csv")]
    public void AbbB23_EveryQuantity_IsARowWithTwoSources() => Compare(ModbusMeterProfile.AbbB23, "meters/abb_b21_b23_b24.csv");

    private static void Compare(ModbusMeterProfile profile, string corpus)
    {
        // quantity,fc,address_dec,address_hex,regs,type,word_order,scale,unit,invalid,sources,xcheck,note
        var rows = File.ReadLines(SharedData.PathOf(corpus)!)
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Where(line => !line.Contains('"', StringComparison.Ordinal))
            .Select(line => line.Split(','))
            .ToDictionary(fields => fields[0]);

        Assert.Equal(9, profile.Quantities.Count);
        foreach (var (quantity, scaled) in profile.Quantities)
        {
            var (name, unit) = NameAndUnit(quantity);
            var row = rows[name];
            var register = scaled.Register;
            Assert.True(int.Parse(row[11], CultureInfo.InvariantCulture) >= 2, name);
            Assert.Equal(row[1], ((int)register.Function).ToString(CultureInfo.InvariantCulture));
            Assert.Equal(row[2], register.Address.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(row[4], register.Count.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(row[5], register.Type.ToString(), ignoreCase: true);
            Assert.Equal(row[6].StartsWith("LSW", StringComparison.Ordinal), register.WordOrder == ModbusWordOrder.LeastSignificantFirst);
            Assert.Equal(unit, row[8]);
            Assert.Equal(row[9].Length == 0 ? null : Convert.ToUInt64(row[9], 16), scaled.AbsentBits);

            // Rows are in kWh, V and A; samples in Wh, mV and mA, a thousand times finer.
            var scale = decimal.Parse(row[7], CultureInfo.InvariantCulture) * (unit == "W" ? 1 : 1000);
            Assert.Equal(scale, (decimal)Math.Pow(10, scaled.Exponent));
        }
    }

    private static (string Name, string Unit) NameAndUnit(MeterQuantity quantity) => quantity switch
    {
        MeterQuantity.ImportWh => ("Import", "kWh"),
        MeterQuantity.ExportWh => ("Export", "kWh"),
        MeterQuantity.PowerW => ("Power", "W"),
        <= MeterQuantity.VoltageL3Mv => ($"VoltageL{quantity - MeterQuantity.VoltageL1Mv + 1}", "V"),
        _ => ($"CurrentL{quantity - MeterQuantity.CurrentL1Ma + 1}", "A"),
    };
}

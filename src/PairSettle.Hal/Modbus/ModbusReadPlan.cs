using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PairSettle.Hal.Modbus;

/// <summary>
/// The fewest requests that read a set of registers under the limits of a device. The registers of all requests, one after the other, are the
/// image of the plan. A value is never split over two requests, so it cannot be torn between two states of the device.
/// </summary>
public sealed class ModbusReadPlan
{
    private readonly FrozenDictionary<ModbusRegister, int> _offsets;

    private ModbusReadPlan(ImmutableArray<ModbusReadBlock> blocks, FrozenDictionary<ModbusRegister, int> offsets, int length)
    {
        Blocks = blocks;
        Length = length;
        _offsets = offsets;
    }

    /// <summary>The requests, by function and address; values that are read alone come in their place among them.</summary>
    public ImmutableArray<ModbusReadBlock> Blocks { get; }

    /// <summary>The number of registers of the image.</summary>
    public int Length { get; }

    /// <summary>Makes a plan.</summary>
    /// <param name="registers">The values to read; overlapping and repeated ones share their registers.</param>
    /// <param name="maxBlock">The most registers that the device serves at once, 1 to 125.</param>
    /// <param name="maxGap">How many registers that nobody asked for may be read to save a request. Many devices refuse registers they do not have.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">A value is wider than a block, or not readable.</exception>
    public static ModbusReadPlan Create(
        IEnumerable<ModbusRegister> registers, int maxBlock = ModbusRequest.MaxReadCount, int maxGap = 0)
    {
        ArgumentNullException.ThrowIfNull(registers);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBlock, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBlock, ModbusRequest.MaxReadCount);
        ArgumentOutOfRangeException.ThrowIfNegative(maxGap);

        var blocks = ImmutableArray.CreateBuilder<ModbusReadBlock>();
        var offsets = new Dictionary<ModbusRegister, int>();
        var length = 0;
        var canGrow = false;
        foreach (var register in registers.Distinct().OrderBy(r => r.Function).ThenBy(r => r.Address).ThenBy(r => r.Count))
        {
            if (register.Count > maxBlock)
            {
                throw new ArgumentException($"{register} is wider than a block of {maxBlock} registers.", nameof(registers));
            }

            if (canGrow && !register.IsAlone && TryGrow(blocks[^1].Request, register, maxBlock, maxGap) is { } grown)
            {
                length += grown.Count - blocks[^1].Request.Count;
                blocks[^1] = blocks[^1] with { Request = grown };
            }
            else
            {
                blocks.Add(new(ModbusRequest.Read(register.Function, register.Address, register.Count), length));
                length += register.Count;
                canGrow = !register.IsAlone;
            }

            offsets.Add(register, blocks[^1].Offset + (register.Address - blocks[^1].Request.Address));
        }

        return new(blocks.ToImmutable(), offsets.ToFrozenDictionary(), length);
    }

    /// <summary>The registers of one value.</summary>
    /// <param name="register">A value that the plan was made for.</param>
    /// <param name="image">An image that <see cref="ReadAsync"/> has filled.</param>
    /// <returns>The registers, lowest address first.</returns>
    /// <exception cref="KeyNotFoundException">The plan does not read the value.</exception>
    public ReadOnlySpan<ushort> Slice(ModbusRegister register, ReadOnlySpan<ushort> image) =>
        image.Slice(_offsets[register], register.Count);

    /// <summary>Reads all registers of the plan.</summary>
    /// <param name="client">The client.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="image">Receives the registers; at least <see cref="Length"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that ends when the image is filled.</returns>
    /// <exception cref="ModbusException">A request failed; the image then holds what was read before.</exception>
    public async ValueTask ReadAsync(ModbusTcpClient client, byte unit, Memory<ushort> image, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        foreach (var block in Blocks)
        {
            var target = image.Slice(block.Offset, block.Request.Count);
            await client.ReadAsync(unit, block.Request.Function, block.Request.Address, target, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The request with the register added, or null where it does not fit.</summary>
    private static ModbusRequest? TryGrow(ModbusRequest block, ModbusRegister register, int maxBlock, int maxGap)
    {
        var end = Math.Max(block.Address + block.Count, register.Address + register.Count);
        var fits = block.Function == register.Function
            && register.Address - (block.Address + block.Count) <= maxGap
            && end - block.Address <= maxBlock;
        return fits ? ModbusRequest.Read(block.Function, block.Address, end - block.Address) : null;
    }
}

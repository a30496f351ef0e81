using System.Net;

namespace PairSettle.Testing.Devices;

/// <summary>Where a <see cref="ModbusMeterSimulator"/> listens and who it says it is.</summary>
public sealed record ModbusMeterSimulatorOptions
{
    /// <summary>The address to listen on; the port is free for the system to choose.</summary>
    public IPAddress Address { get; init; } = IPAddress.IPv6Loopback;

    /// <summary>The unit identifier that answers.</summary>
    public byte Unit { get; init; } = 1;

    /// <summary>The serial number, where the profile has a register for it.</summary>
    public uint SerialNumber { get; init; } = 20_260_001;

    /// <summary>The voltage of each phase in millivolts.</summary>
    public long VoltageMv { get; init; } = 230_000;

    /// <summary>The clock of delayed answers.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

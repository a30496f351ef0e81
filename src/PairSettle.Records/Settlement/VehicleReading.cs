namespace PairSettle.Records.Settlement;

/// <summary>
/// What the vehicle itself measured since it was allowed to draw power in this session; readings before that are ignored. The values go on
/// through a restart of the device.
/// </summary>
/// <param name="ImportWh">Energy into the vehicle.</param>
/// <param name="ExportWh">Energy out of the vehicle.</param>
/// <param name="PowerIsOff">Whether no current flowed any more: only then can it be the last reading.</param>
public sealed record VehicleReading(long ImportWh, long ExportWh = 0, bool PowerIsOff = false);

using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the charger answers in the charge loop while it steers the power.</summary>
[ExiType("Dynamic_CLResControlModeType", CommonTypesSchema.Namespace)]
public abstract partial record Dynamic_CLResControlModeType : CLResControlModeType
{
    private protected Dynamic_CLResControlModeType()
    {
    }

    /// <summary>When the vehicle is to leave as the charger knows it, in seconds from this message.</summary>
    [ExiElement]
    public uint? DepartureTime { get; init; }

    /// <summary>The least state of charge wanted at departure, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? MinimumSOC { get; init; }

    /// <summary>The state of charge wanted at departure, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? TargetSOC { get; init; }

    /// <summary>How long the vehicle may take to react, in seconds.</summary>
    [ExiElement]
    public ushort? AckMaxDelay { get; init; }
}

namespace PairSettle.Records.Tariffs;

/// <summary>Why a cost does not follow from a tariff and the periods of a session.</summary>
public enum CostFault
{
    /// <summary>There is no fault.</summary>
    None = 0,

    /// <summary>A price changes inside of a period: the periods do not resolve the tariff.</summary>
    PeriodStraddlesSwitch = 1,

    /// <summary>The tariff asks for power or current and a period does not say it.</summary>
    QuantityMissing = 2,

    /// <summary>The periods last longer than the format allows, the amount is too large, or the tariff asks for too much work.</summary>
    OutOfBounds = 3,
}

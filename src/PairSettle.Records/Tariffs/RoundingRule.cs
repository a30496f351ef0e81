namespace PairSettle.Records.Tariffs;

/// <summary>How exact costs become whole units of a currency. The names stand in signed content; their meaning never changes.</summary>
public enum RoundingRule
{
    /// <summary>Both totals, before and after taxes, are rounded once; a half goes away from zero.</summary>
    TotalHalfUp = 0,

    /// <summary>Both totals, before and after taxes, are rounded once; a half goes to the even neighbour.</summary>
    TotalHalfEven = 1,

    /// <summary>Both totals, before and after taxes, are cut down to the unit below: in favour of the payer.</summary>
    TotalDown = 2,

    /// <summary>Every line is rounded before and after taxes, a half away from zero, and the rounded lines are added.</summary>
    LineHalfUp = 3,
}

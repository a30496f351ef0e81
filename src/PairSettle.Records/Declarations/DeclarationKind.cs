namespace PairSettle.Records.Declarations;

/// <summary>What a declaration declares.</summary>
public enum DeclarationKind
{
    /// <summary>Prices, by the mobility operator or the charge point operator.</summary>
    Tariff,

    /// <summary>The mobility operator's promise to pay for sessions of its contracts.</summary>
    Roaming,

    /// <summary>Limits that a pair must respect, by a fleet, a mobility operator or a site host.</summary>
    Policy,

    /// <summary>Binds a meter's key and serial number to EVSEs.</summary>
    Meter,
}

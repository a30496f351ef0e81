namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The curve of a key agreement.</summary>
public enum EcdhCurveType
{
    /// <summary>secp521r1.</summary>
    SECP521,

    /// <summary>Curve448.</summary>
    X448,
}

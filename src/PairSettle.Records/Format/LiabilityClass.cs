namespace PairSettle.Records.Format;

/// <summary>Who carries the loss when a credential turns out to have been withdrawn before the session.</summary>
public enum LiabilityClass
{
    /// <summary>The charger's operator.</summary>
    ChargePointOperator = 0,

    /// <summary>The mobility operator, up to the caps of its roaming declaration.</summary>
    MobilityOperator = 1,

    /// <summary>The fleet that owns the vehicle.</summary>
    Fleet = 2,

    /// <summary>Payment was guaranteed outside of this record, for example by a card terminal.</summary>
    External = 3,
}

namespace PairSettle.Credentials;

/// <summary>What a profile asks of the leaf's common name.</summary>
public enum CommonNameRule
{
    /// <summary>Nothing.</summary>
    Any,

    /// <summary>At least one character.</summary>
    Present,

    /// <summary>An EMAID ([V2G2-108]).</summary>
    Emaid,

    /// <summary>A provisioning certificate identifier ([V2G2-933]).</summary>
    Pcid,

    /// <summary>An EVCCID where <see cref="VehicleRules.Amendment1"/> counts; else any name, and where it is an EVCCID its check character is judged.</summary>
    Evccid,
}

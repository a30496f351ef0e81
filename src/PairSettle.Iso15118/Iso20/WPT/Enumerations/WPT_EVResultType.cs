namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>How the vehicle judges an outcome.</summary>
public enum WPT_EVResultType
{
    /// <summary>It does not know yet.</summary>
    EVResultUnknown,

    /// <summary>It succeeded.</summary>
    EVResultSuccess,

    /// <summary>It failed.</summary>
    EVResultFailed,
}

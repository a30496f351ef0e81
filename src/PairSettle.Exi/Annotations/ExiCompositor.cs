namespace PairSettle.Exi;

/// <summary>How the particles of a type or of a model group combine.</summary>
public enum ExiCompositor
{
    /// <summary>All, in order.</summary>
    Sequence,

    /// <summary>Exactly one.</summary>
    Choice,
}

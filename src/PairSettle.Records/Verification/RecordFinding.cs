namespace PairSettle.Records.Verification;

/// <summary>The answer to one check.</summary>
/// <param name="Check">The check.</param>
/// <param name="Outcome">What came out of it.</param>
/// <param name="Detail">What was expected and found, for people; nothing that was not disclosed.</param>
public sealed record RecordFinding(RecordCheck Check, FindingOutcome Outcome, string Detail)
{
    // The areas are the blocks of fifty numbers.
    private static readonly RecordArea[] Areas =
    [
        RecordArea.Container, RecordArea.Signatures, RecordArea.Chains, RecordArea.Evidence, RecordArea.Agreement, RecordArea.Caps,
        RecordArea.Declarations, RecordArea.Declarations, RecordArea.Metering, RecordArea.Checkpoints, RecordArea.Reciprocity,
        RecordArea.IsoEvidence, RecordArea.Cost, RecordArea.Time, RecordArea.DeviceChain, RecordArea.Disclosure, RecordArea.Policy,
    ];

    /// <summary>The documented code, such as <c>REC3001</c>.</summary>
    public string Code => $"REC{(int)Check}";

    /// <summary>What it is about.</summary>
    public RecordArea Area => Areas[((int)Check - 3000) / 50];

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Area}/{Check} {Outcome}: {Detail}";
}

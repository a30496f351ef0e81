using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>
/// Judges one certificate by the evidence. The freshest item that verifies wins, whoever handed it over. Evidence of a later time than the
/// one verified at counts too, because it knows more, not less; only silence counts no longer than the certificate was valid, since an
/// authority may drop what it revoked from its list after that.
/// </summary>
internal sealed class RevocationCheck(
    ChainRequest request, AlgorithmRule algorithms, WorkMeter meter, FindingList findings, ListSigners signers, CandidatePath path)
{
    private readonly ChainPolicy _policy = request.Policy;

    /// <summary>Judges a certificate of the path, unless its issuer is unknown, and adds what was relied upon.</summary>
    public void Run(int index, ICollection<EvidenceUse> uses)
    {
        var certificate = path.Certificates[index];
        if (path.IssuerOf(index) is not { } issuer)
        {
            return;
        }

        var reader = new EvidenceReader(request, algorithms, meter, signers, certificate, issuer, SuperiorOf(issuer, index + 1), path.Anchor);
        var relied = Rely(reader, out var missing, out var unusable);
        if (unusable > 0)
        {
            findings.Add(ChainReason.EvidenceUnusable, index, Text($"{unusable} items about this certificate's issuer were not used"), FindingEffect.Notes);
        }

        foreach (var statement in relied)
        {
            foreach (var item in statement.Items)
            {
                uses.Add(new EvidenceUse(index, item, FreshnessOf(statement)));
            }
        }

        if (relied.Count > 0 && relied[^1] is { Entry: { } entry } last && last.RevokesAt(request.At))
        {
            // A revocation does not age.
            findings.Add(ChainReason.Revoked, index, Text($"revoked from {entry.From:u} on ({entry.Reason})"));
        }
        else if (missing != 0)
        {
            findings.Add(
                ChainReason.RevocationUnknown,
                index,
                relied.Count == 0 ? "there is no usable evidence" : "the usable evidence does not cover every reason",
                EffectOfUnknown());
            uses.Add(new EvidenceUse(index, null, EvidenceFreshness.Absent));
        }
        else
        {
            Judge(relied, index);
        }
    }

    // The newest statements that together cover every reason, up to one that revokes, which is then the last.
    private List<RevocationStatement> Rely(EvidenceReader reader, out int missing, out int unusable)
    {
        (missing, unusable) = (ReasonMask.All, 0);
        var relied = new List<RevocationStatement>(1);
        var statements = reader.Statements();
        for (var i = 0; i < statements.Length && missing != 0; i++)
        {
            if (!reader.TryVerify(ref statements[i]))
            {
                unusable++;
            }
            else if ((statements[i].Reasons & missing) != 0)
            {
                relied.Add(statements[i]);
                if (statements[i].RevokesAt(request.At))
                {
                    return relied;
                }

                missing &= ~statements[i].Reasons;
            }
        }

        if (relied.Exists(static statement => statement.IsOfAnotherKey) && RevocationByTheSameKey(reader, statements) is { } revocation)
        {
            relied.Add(revocation);
        }

        return relied;
    }

    // An authority of several keys may have a list for what each of them signed. So the silence of another key's list is worth less than
    // what the newest lists of the key that signed the certificate say.
    private RevocationStatement? RevocationByTheSameKey(EvidenceReader reader, RevocationStatement[] statements)
    {
        var missing = ReasonMask.All;
        for (var i = 0; i < statements.Length && missing != 0; i++)
        {
            var statement = statements[i];
            if (statement.Item is CertificateRevocationList && (statement.Reasons & missing) != 0 && reader.TryVerify(ref statement) && !statement.IsOfAnotherKey)
            {
                if (statement.RevokesAt(request.At))
                {
                    return statement;
                }

                missing &= ~statement.Reasons;
            }
        }

        return null;
    }

    // Above an authority's self-issued certificates stands the one that another authority issued to it.
    private DistinguishedName SuperiorOf(Certificate issuer, int index)
    {
        while (issuer.IsSelfIssued && path.Certificates.Length > index && path.IssuerOf(index) is { } above && above.Subject.Equals(issuer.Subject))
        {
            (issuer, index) = (above, index + 1);
        }

        return issuer.Issuer;
    }

    private void Judge(List<RevocationStatement> relied, int index)
    {
        foreach (var statement in relied)
        {
            if (statement.Entry is { } entry)
            {
                findings.Add(
                    ChainReason.RevokedLater, index, Text($"revoked from {entry.From:u} on ({entry.Reason}), after the time verified at"), FindingEffect.Notes);
            }
        }

        var worst = relied.MaxBy(FreshnessOf);
        switch (FreshnessOf(worst))
        {
            case EvidenceFreshness.Stale:
                findings.Add(ChainReason.EvidenceStale, index, Text($"evidence of {worst.ThisUpdate:u} is past its next update"), _policy.StaleEvidence switch
                {
                    StaleEvidence.Accept => FindingEffect.Notes,
                    StaleEvidence.Undetermined => FindingEffect.Undetermines,
                    _ => FindingEffect.Rejects,
                });
                break;
            case EvidenceFreshness.TooOld:
                findings.Add(ChainReason.EvidenceTooOld, index, Text($"evidence of {worst.ThisUpdate:u} is older than the policy tolerates"), EffectOfUnknown());
                break;
        }
    }

    private FindingEffect EffectOfUnknown() => _policy.UnknownStatus switch
    {
        UnknownStatus.Accept => FindingEffect.Notes,
        UnknownStatus.Undetermined => FindingEffect.Undetermines,
        _ => FindingEffect.Rejects,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // A list and its changes are as fresh as the fresher of the two: more evidence never makes the same answer older.
    private EvidenceFreshness FreshnessOf(RevocationStatement statement)
    {
        var own = FreshnessOf(statement.IssuedAt, statement.PromisedUntil, statement.SignerEnds);
        return statement.Delta is { } delta && FreshnessOf(delta.ThisUpdate, delta.NextUpdate, null) is var changed && changed < own ? changed : own;
    }

    private EvidenceFreshness FreshnessOf(DateTimeOffset issuedAt, DateTimeOffset? promisedUntil, DateTimeOffset? signerEnds)
    {
        var until = promisedUntil ?? Add(issuedAt, _policy.FreshForWithoutNextUpdate);
        if (_policy.FreshFor is { } limit && Add(issuedAt, limit) is var earlier && earlier < until)
        {
            until = earlier;
        }

        if (signerEnds < until)
        {
            until = signerEnds.Value;
        }

        return request.At <= until ? EvidenceFreshness.Fresh
            : request.At <= Add(until, _policy.StaleFor) ? EvidenceFreshness.Stale
            : EvidenceFreshness.TooOld;
    }

    // Times in evidence are the sender's and may lie at the end of the calendar.
    private static DateTimeOffset Add(DateTimeOffset time, TimeSpan span) =>
        DateTimeOffset.MaxValue - time <= span ? DateTimeOffset.MaxValue : time + span;
}

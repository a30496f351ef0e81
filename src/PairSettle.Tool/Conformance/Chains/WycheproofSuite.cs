using System.Globalization;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>
/// Wycheproof vectors of the primitives that certificates and contract provisioning stand on: signatures of ECDSA in both encodings, by the
/// platform and in managed code, and of Edwards curves; agreement on the NIST curves and with X448. Others are listed.
/// </summary>
internal static class WycheproofSuite
{
    /// <summary>Runs the files.</summary>
    public static void Run(IEnumerable<string> files, Tally tally)
    {
        foreach (var path in files)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var file = ChainJson.Read(path, ChainJson.Default.WycheproofFile);
            if (Find(file) is not { } run)
            {
                tally.Skip(name, string.Create(CultureInfo.InvariantCulture, $"{file.NumberOfTests} vectors of {file.Algorithm} ({file.Schema}), which are not run"));
                continue;
            }

            foreach (var group in file.TestGroups)
            {
                run(name, group, tally);
            }
        }
    }

    private static Action<string, WycheproofGroup, Tally>? Find(WycheproofFile file) => file.Schema switch
    {
        "ecdsa_verify_schema_v1.json" => static (name, group, tally) => WycheproofSignatures.RunEcdsa(name, group, der: true, tally),
        "ecdsa_p1363_verify_schema_v1.json" => static (name, group, tally) => WycheproofSignatures.RunEcdsa(name, group, der: false, tally),
        "eddsa_verify_schema_v1.json" => WycheproofSignatures.RunEdwards,
        "ecdh_ecpoint_test_schema_v1.json" => static (name, group, tally) => WycheproofAgreements.RunNist(name, group, encoded: false, tally),
        "ecdh_test_schema_v1.json" => static (name, group, tally) => WycheproofAgreements.RunNist(name, group, encoded: true, tally),
        "xdh_comp_schema_v1.json" when file.TestGroups is [{ Curve: "curve448" }, ..] => WycheproofAgreements.RunX448,
        _ => null,
    };
}

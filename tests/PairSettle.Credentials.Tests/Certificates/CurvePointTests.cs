using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Certificates;

public sealed class CurvePointTests
{
    public static TheoryData<SignatureAlgorithm> Algorithms => [.. Enum.GetValues<SignatureAlgorithm>().Where(static algorithm => algorithm.SignsHash())];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void IsOnCurve_KeyOfThePlatform_Holds(SignatureAlgorithm algorithm)
    {
        for (var i = 0; i < 8; i++)
        {
            Assert.True(CurvePoint.IsOnCurve(algorithm.Key(), Point(algorithm)));
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void IsOnCurve_AnyChangedOctet_DoesNot(SignatureAlgorithm algorithm)
    {
        var point = Point(algorithm);
        for (var i = 1; i < point.Length; i++)
        {
            point[i] ^= 0x01;
            Assert.False(CurvePoint.IsOnCurve(algorithm.Key(), point), $"octet {i}");
            point[i] ^= 0x01;
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void IsOnCurve_CoordinateOutOfTheField_DoesNot(SignatureAlgorithm algorithm)
    {
        var point = Point(algorithm);
        point.AsSpan(1, point.Length / 2).Fill(0xFF);
        Assert.False(CurvePoint.IsOnCurve(algorithm.Key(), point));
    }

    private static byte[] Point(SignatureAlgorithm algorithm)
    {
        using var key = ECDsaSigner.Generate(algorithm);
        return PublicKeyInfo.Read(DerFields.Open(key.SubjectPublicKeyInfo)).Key.ToArray();
    }
}

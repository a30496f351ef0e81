using System.Globalization;
using Xunit.Abstractions;

namespace PairSettle.Credentials.Tests;

/// <summary>
/// As many mutations as one asks for, from a seed that the run prints: <c>PAIRSETTLE_FUZZ_ROUNDS=1000000</c>, and
/// <c>PAIRSETTLE_FUZZ_SEED</c> to repeat a run.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string Rounds = "PAIRSETTLE_FUZZ_ROUNDS";
    private const string Seed = "PAIRSETTLE_FUZZ_SEED";

    [FuzzFact]
    public void TryParse_Mutations_AnswerWithinBounds()
    {
        var rounds = Number(Rounds)!.Value;
        var seed = Number(Seed) ?? Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var samples = MutationTests.Samples.Select(kind => (Kind: kind, Octets: MutationTests.Sample(kind))).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            var (kind, octets) = samples[random.Next(samples.Length)];
            var mutated = Mutate(octets, samples[random.Next(samples.Length)].Octets, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                MutationTests.Parse(kind, mutated);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}, {kind}: {Convert.ToHexString(mutated)}", e);
            }

            Assert.True(
                GC.GetAllocatedBytesForCurrentThread() - before <= MutationTests.AllocationBase + (MutationTests.AllocationFactor * (long)mutated.Length),
                $"seed {seed}, round {round}, {kind}: {Convert.ToHexString(mutated)}");
        }
    }

    // One to four changes; lengths of enclosing values are left as they are, or corrected by one that happens to be right.
    private static byte[] Mutate(byte[] octets, byte[] other, Random random)
    {
        List<byte> mutated = [.. octets];
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(6))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    mutated[at] = (byte)(mutated[at] + random.Next(-2, 3) & 0xFF);
                    break;
                case 3:
                    mutated.Insert(at, (byte)random.Next(256));
                    break;
                case 4 when mutated.Count > 1:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 8), mutated.Count - at - (at == 0 ? 1 : 0)));
                    break;
                default:
                    // A piece of another sample in the place of one as long, so that the lengths around it stay right.
                    var length = Math.Min(random.Next(1, 32), Math.Min(mutated.Count - at, other.Length));
                    var from = random.Next(other.Length - length + 1);
                    for (var i = 0; i < length; i++)
                    {
                        mutated[at + i] = other[from + i];
                    }

                    break;
            }
        }

        return [.. mutated];
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class FuzzFactAttribute : FactAttribute
    {
        public FuzzFactAttribute()
        {
            if (Number(Rounds) is null)
            {
                Skip = $"{Rounds} says how many mutations to try";
            }
        }
    }
}

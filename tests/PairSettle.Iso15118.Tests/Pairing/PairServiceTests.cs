using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Pairing;

namespace PairSettle.Iso15118.Tests.Pairing;

public sealed class PairServiceTests
{
    [Fact]
    public void Offer_OwnService_IsRecognisedChosenAndSelected()
    {
        Assert.True(PairService.IsOffered(new ServiceListType { Service = [Foreign, PairService.Offer] }));
        Assert.True(PairService.TryChoose(PairService.ParameterSets, out var set));
        Assert.Equal(1, set);
        Assert.True(PairService.IsSelected(new SelectedServiceListType { SelectedService = [new() { ServiceID = 1 }, PairService.Select(set)] }));
    }

    [Fact]
    public void IsOffered_ForeignServiceOfTheSameNumber_IsNot()
    {
        Assert.False(PairService.IsOffered(null));
        Assert.False(PairService.IsOffered(new ServiceListType { Service = [Foreign] }));
        Assert.False(PairService.IsOffered(new ServiceListType { Service = [PairService.Offer with { ServiceName = null }] }));
        Assert.False(PairService.IsOffered(new ServiceListType { Service = [PairService.Offer with { ServiceCategory = ServiceCategoryType.Internet }] }));
    }

    [Fact]
    public void TryChoose_SeveralSets_TakesTheFirstThatItSpeaks()
    {
        var known = PairService.ParameterSets.ParameterSet[0];
        var sets = new ServiceParameterListType
        {
            ParameterSet =
            [
                known with { ParameterSetID = 7, Parameter = [new() { Name = "Version", intValue = 2 }, new() { Name = "Carrier", stringValue = "inband" }] },
                known with { ParameterSetID = 8, Parameter = [new() { Name = "Version", intValue = 1 }, new() { Name = "Carrier", stringValue = "tcp" }] },
                known with { ParameterSetID = 9, Parameter = [new() { Name = "Port", intValue = 1 }, .. known.Parameter] },
            ],
        };
        Assert.True(PairService.TryChoose(sets, out var set));
        Assert.Equal(9, set);
        Assert.False(PairService.TryChoose(sets with { ParameterSet = [sets.ParameterSet[0], sets.ParameterSet[1]] }, out _));
        Assert.False(PairService.TryChoose(sets with { ParameterSet = [known with { Parameter = [new() { Name = "Version", shortValue = 1 }, known.Parameter[1]] }] }, out _));
        Assert.False(PairService.TryChoose(null, out _));
    }

    [Fact]
    public void IsSelected_OtherSetOrService_IsNot()
    {
        Assert.False(PairService.IsSelected(new SelectedServiceListType { SelectedService = [PairService.Select(2)] }));
        Assert.False(PairService.IsSelected(new SelectedServiceListType { SelectedService = [new() { ServiceID = PairService.ServiceID }] }));
        Assert.False(PairService.IsSelected(new SelectedServiceListType { SelectedService = [new() { ServiceID = 1, ParameterSetID = 1 }] }));
    }

    private static ServiceType Foreign => PairService.Offer with { ServiceName = "Battery" };
}

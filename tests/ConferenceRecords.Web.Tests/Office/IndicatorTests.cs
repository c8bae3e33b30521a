using System.Net;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class IndicatorTests(Portal portal) : IClassFixture<Portal>
{
    private static (string Name, string Value)[] Fields(string name, string value) =>
        [("Input.Name", name), ("Input.Value", value), ("Input.Unit", "%"), ("Input.Qualifier", "gần"), ("Input.Direction", "tăng"), ("Input.Period", "năm 2021")];

    [Theory]
    [InlineData("6,56", "6.56", "tăng gần 6,56%")]
    [InlineData("6.56", "6.56", "tăng gần 6,56%")]
    [InlineData("1.234,5", "1234.5", "tăng gần 1.234,5%")]
    public async Task Add_ReadsTheValueByItsGrammar_AndEchoesItWithItsWords(string typed, string stored, string echo)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"{place.Session}/chi-tieu/them")).Form("Input.Value");
        var name = $"Chỉ tiêu {typed}";
        Assert.Contains(echo, (await secretary.SubmitAsync(form, Fields(name, typed))).Words, StringComparison.Ordinal);
        await secretary.SubmitAsync(form, Fields(name, typed));
        var indicator = await portal.ReadAsync(r => r.Indicators.SingleAsync(i => i.Name == name, Office.Cancel));
        Assert.Equal(decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture), indicator.Value);
    }

    [Theory]
    [InlineData("6.560", "Chưa rõ dấu chấm hay phẩy")]
    [InlineData("6,560", "Chưa rõ dấu chấm hay phẩy")]
    [InlineData("1,234.5", "Dùng dấu chấm cho hàng nghìn")]
    [InlineData("sáu", "Nhập một số")]
    [InlineData("", "Nhập giá trị")]
    [InlineData("9999999999999", "Giá trị quá lớn")]
    public async Task Add_AValueThatCanBeReadTwoWaysOrNone_Asks(string typed, string error)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var indicators = await portal.CountAsync<Indicator>();
        var answer = await secretary.SubmitAsync((await secretary.OpenAsync($"{place.Session}/chi-tieu/them")).Form("Input.Value"), Fields("Tăng trưởng", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(answer.Errors, e => e.Contains(error, StringComparison.Ordinal));
        Assert.Equal(typed, answer.Document.QuerySelector("#Input_Value")!.GetAttribute("value") ?? "");
        Assert.Equal(indicators, await portal.CountAsync<Indicator>());
    }

    [Fact]
    public async Task Edit_Stale_ShowsBoth_AndRemoveIsUndone()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, other) = (await portal.PlacesAsync(), await portal.AddOtherSessionAsync());
        var list = await secretary.SubmitAsync((await secretary.OpenAsync($"{place.Session}/chi-tieu/them")).Form("Input.Value"), Fields("Sẽ sửa", "1"));
        var id = await portal.ReadAsync(r => r.Indicators.Where(i => i.Name == "Sẽ sửa").Select(i => i.Id).SingleAsync(Office.Cancel));
        var (mine, theirs) = ((await secretary.OpenAsync($"/van-phong/chi-tieu/{id}")).Form("Input.Value"), (await secretary.OpenAsync($"/van-phong/chi-tieu/{id}")).Form("Input.Value"));
        await secretary.SubmitAsync(theirs, ("Input.Value", "2"));
        var stale = await secretary.SubmitAsync(mine, ("Input.Value", "3"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("tăng gần 2%", stale.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3", stale.Document.QuerySelector("#Input_Value")!.GetAttribute("value"));
        await secretary.SubmitAsync(stale.Form("Input.Value"));
        Assert.Equal(3, await portal.ReadAsync(r => r.Indicators.Where(i => i.Id == id).Select(i => i.Value).SingleAsync(Office.Cancel)));

        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync($"{other.Session}/chi-tieu?handler=Remove", $"{place.Session}/chi-tieu", ("chi-tieu", id.ToString()))).Status);
        var removed = await secretary.SubmitAsync(list.FormWithButton("Bỏ chỉ tiêu Sẽ sửa"), "Bỏ chỉ tiêu Sẽ sửa");
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/van-phong/chi-tieu/{id}")).Status);
        Assert.Contains("Sẽ sửa", (await secretary.SubmitAsync(removed.FormWithButton("Hoàn tác"))).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync($"/van-phong/chi-tieu/{id}")).Status);
    }
}

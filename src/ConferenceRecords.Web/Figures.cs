using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Web;

/// <summary>Figures in words: none of qualifier, direction and unit is ever dropped.</summary>
public static class Figures
{
    /// <summary>"tăng gần 18%", "vượt gần 7,4%", "95,1 triệu đồng/người"; the per cent sign stands close, as in the documents.</summary>
    public static string Words(decimal value, string unit, string? qualifier, string? direction) =>
        string.Join(' ', new[] { direction, qualifier, VietnameseNumber.Format(value) + (unit == "%" ? unit : null), unit == "%" ? null : unit }.Where(part => !string.IsNullOrEmpty(part)));
}

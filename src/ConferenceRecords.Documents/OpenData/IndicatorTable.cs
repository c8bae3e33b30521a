using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Figures as a table for other programs: qualifier, direction, unit and base are columns, so that none is lost.</summary>
public static class IndicatorTable
{
    /// <summary>The figures of editions, one a row.</summary>
    /// <param name="bundles">The editions.</param>
    /// <param name="addresses">Where the pages are.</param>
    /// <returns>The table.</returns>
    public static CsvTable Of(IEnumerable<SessionBundle> bundles, PublicAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(bundles);
        ArgumentNullException.ThrowIfNull(addresses);
        var table = new CsvTable("hoi_nghi", "so_thu_tu", "chi_tieu", "ky", "chieu", "tu_chi_muc", "gia_tri", "don_vi", "co_so_so_sanh", "doan_ket_luan", "ban_cong_bo", "dia_chi");
        foreach (var bundle in bundles)
        {
            foreach (var (index, figure) in bundle.Indicators.Index())
            {
                table.Add(
                    bundle.Session.Title, index + 1, figure.Name, figure.Period, figure.Direction, figure.Qualifier, figure.Value, figure.Unit, figure.Base,
                    FigureSource.Paragraph(bundle.Conclusion, figure), bundle.Edition, $"{addresses.Page(PublicPart.Indicators, bundle.Slug)}#chi-tieu-{index + 1}");
            }
        }
        return table;
    }
}

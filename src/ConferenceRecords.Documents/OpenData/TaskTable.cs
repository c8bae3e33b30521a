using System.Globalization;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Tasks that came of directives as a table for other programs.</summary>
public static class TaskTable
{
    /// <summary>The tasks of editions, one a row.</summary>
    /// <param name="bundles">The editions.</param>
    /// <param name="addresses">Where the pages are.</param>
    /// <returns>The table.</returns>
    public static CsvTable Of(IEnumerable<FollowUpBundle> bundles, PublicAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(bundles);
        ArgumentNullException.ThrowIfNull(addresses);
        var table = new CsvTable(
            "hoi_nghi", "so_thu_tu", "nhiem_vu", "co_quan_chu_tri", "co_quan_phoi_hop", "san_pham", "thoi_han_neu_trong_ket_luan", "thoi_han_dau", "thoi_han", "ngay_hoan_thanh", "tinh_trang", "bao_cao",
            "chi_dao_so", "minh_hoa", "tinh_den_ngay", "ban_cong_bo", "dia_chi");
        foreach (var bundle in bundles)
        {
            foreach (var task in bundle.Tasks)
            {
                table.Add(
                    bundle.Session.Title, task.Number, task.Text, task.LeadAgency, string.Join("; ", task.CooperatingAgencies), task.Product, task.DeadlineNote, task.FirstDueOn, task.DueOn, task.DoneOn,
                    TaskRegister.Of(task.Status), task.Report, task.DirectiveNumber, task.IsIllustrative ? "có" : "không", bundle.AsOf, bundle.Edition,
                    string.Create(CultureInfo.InvariantCulture, $"{addresses.Page(PublicPart.FollowUp, bundle.Slug)}#nhiem-vu-{task.Number}"));
            }
        }
        return table;
    }
}

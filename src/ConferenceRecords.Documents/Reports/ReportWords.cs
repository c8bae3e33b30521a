using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;

namespace ConferenceRecords.Documents.Reports;

/// <summary>The words of reports; documents are Vietnamese whatever the language of the screen.</summary>
internal static class ReportWords
{
    public const string Notice = "Tài liệu nội bộ - chưa công bố";

    public const string Sample = " (minh họa)";

    public static string Of(OpinionKind kind) => kind switch
    {
        OpinionKind.Agree => "Nhất trí",
        OpinionKind.Amend => "Đề nghị sửa",
        OpinionKind.Add => "Đề nghị bổ sung",
        OpinionKind.Remove => "Đề nghị bỏ",
        OpinionKind.Clarify => "Đề nghị làm rõ",
        _ => "Về số liệu",
    };

    public static string Of(OpinionChannel channel) => channel switch
    {
        OpinionChannel.Plenary => "hội trường",
        OpinionChannel.Group => "chưa ghi tổ",
        OpinionChannel.Ballot => "phiếu",
        OpinionChannel.Written => "văn bản",
        _ => "gửi trên cổng",
    };

    public static string Of(Disposition disposition) => disposition switch
    {
        Disposition.Accepted => "Tiếp thu",
        Disposition.PartlyAccepted => "Tiếp thu một phần",
        Disposition.Kept => "Giữ nguyên",
        _ => "Chuyển cơ quan khác",
    };
}

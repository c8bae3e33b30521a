namespace ConferenceRecords.Web.Forms;

/// <summary>What a broken rule of the domain, or a broken constraint of the database, says to the person: what happened and what to do.</summary>
public static class BrokenRules
{
    /// <summary>Somebody else saved the record in the meantime.</summary>
    public const string Stale =
        "Bản ghi này đã được người khác sửa sau khi đồng chí mở. Nội dung đồng chí nhập vẫn còn trong biểu mẫu; so với bản đang lưu ở dưới rồi bấm lưu lần nữa để giữ bản của đồng chí.";

    private const string General = "Không thực hiện được vì bản ghi không còn ở trạng thái cho phép. Hãy tải lại trang để xem trạng thái mới nhất.";

    private static readonly Dictionary<string, string> Messages = new()
    {
        ["text.not-nfc"] = "Văn bản có ký tự không hợp lệ. Hãy gõ lại đoạn vừa dán.",
        ["session.ordinal"] = "Số thứ tự hội nghị phải từ 1 trở lên.",
        ["session.stated-count"] = "Số lượng khai báo không được âm.",
        ["sitting.twice"] = "Buổi này đã có trong hội nghị.",
        ["sitting.unknown"] = "Buổi này không còn. Hãy tải lại trang.",
        ["item.internal"] = "Nội dung đang được đánh dấu nội bộ. Hãy bỏ dấu nội bộ trước khi đưa vào bản công bố.",
        ["item.withdrawn"] = "Nội dung không còn trong chương trình nên không hoãn được. Hãy tải lại trang.",
        ["item.concluded"] = "Kết luận của hội nghị đã công bố nên không hoãn được nội dung nữa. Nếu còn việc, hãy thêm nội dung của cùng vụ việc ở hội nghị sau.",
        ["item.taken-up"] = "Nội dung đã được đưa vào chương trình hội nghị sau nên không hoàn tác được việc hoãn.",
        ["item.in-use"] = "Nội dung đã có dự thảo, ý kiến hoặc nằm trong chương trình đã duyệt nên không bỏ được. Hãy rút nội dung khỏi chương trình.",
        ["agenda.empty"] = "Chương trình chưa có nội dung nào. Hãy thêm nội dung rồi duyệt.",
        ["agenda.position"] = "Vị trí này không thuộc nhóm của nội dung. Muốn đổi nhóm, hãy sửa nội dung.",
        ["agenda.order"] = "Danh sách nội dung của nhóm đã thay đổi. Hãy tải lại trang rồi sắp xếp lại.",
        ["draft.no-text"] = "Dán nội dung dự thảo.",
        ["draft.deadline"] = "Hạn góp ý đã qua. Hãy chọn thời điểm muộn hơn.",
        ["opinion.withdrawn"] = "Ý kiến đã rút nên không sửa được. Hãy khôi phục ý kiến trước.",
        ["opinion.merge"] = "Chỉ gộp được các ý kiến của cùng một nội dung. Hãy tải lại trang rồi chọn lại.",
        ["opinion.speaker.empty"] = "Chọn đại biểu hoặc ghi tên người phát biểu.",
        ["response.confirmed"] = "Văn phòng đã xác nhận câu trả lời nên chỉ Văn phòng sửa được.",
        ["response.none"] = "Ý kiến này chưa có câu trả lời. Hãy tải lại trang.",
        ["response.reason"] = "Nhập lý do.",
        ["response.handed-over.same"] = "Cơ quan nhận phải khác cơ quan đang được giao. Chọn cơ quan khác.",
        ["response.due"] = "Chọn cơ quan trước khi đặt hạn trả lời.",
        ["ledger.left"] = "Còn ý kiến chưa xử lý xong nên chưa hoàn thành được.",
        ["ix_change_reasons_version_id_paragraph_id"] = "Người khác vừa ghi lý do cho chỗ này. Hãy tải lại trang để xem.",
        ["release.submitted"] = "Bản này đang chờ duyệt nên không sửa được. Người duyệt phải trả lại trước, hoặc người trình rút lại.",
        ["release.not-drafting"] = "Bản này không ở trạng thái đang soạn nên không trình được.",
        ["release.scheduled"] = "Một bản đã duyệt đang chờ đến giờ công bố. Người duyệt hủy lịch đó trước, rồi duyệt bản này.",
        ["release.review-first"] = "Bản công bố khẩn chưa có người thứ hai xem lại. Hãy xem lại bản đó trước, rồi duyệt bản hẹn giờ.",
        ["release.not-submitted"] = "Bản này không còn chờ duyệt. Hãy tải lại trang để xem trạng thái mới nhất.",
        ["release.own-approval"] = "Người soạn hoặc người trình không được tự duyệt. Cần một người thứ hai.",
        ["release.empty"] = "Bản này chưa có nội dung nào để công bố. Hãy chọn tài liệu, hoặc thêm dòng, rồi trình lại.",
        ["summary.unworded"] = "Còn dòng chưa viết lời. Hãy viết lời hoặc bỏ các dòng đó rồi trình lại.",
        ["summary.allowed-by.full-name"] = "Nhập đủ họ và tên người cho phép nêu tên.",
        ["release.no-review"] = "Bản này không còn chờ xem lại. Hãy tải lại trang.",
        ["release.not-public"] = "Không có bản nào đang công khai. Hãy tải lại trang.",
        ["release.emergency-reason.short"] = "Nêu lý do công bố khẩn, ít nhất 20 ký tự",
        ["ix_papers_releases_session_id"] = "Người khác vừa mở phần này. Hãy so với bản đang lưu rồi lưu lần nữa.",
        ["ix_opinion_summaries_session_id"] = "Người khác vừa mở phần này. Hãy so với bản đang lưu rồi lưu lần nữa.",
        ["release.return-reason.empty"] = "Nhập lý do trả lại.",
        ["directive.unknown"] = "Chỉ đạo này không còn. Hãy tải lại trang.",
        ["task.closed"] = "Công việc của nhiệm vụ đã xong hoặc đã bỏ nên không sửa được. Hãy tải lại trang.",
        ["task.same-deadline"] = "Hạn mới trùng với hạn hiện nay. Chọn ngày khác.",
        ["task.report"] = "Báo cáo này không còn chờ xác nhận. Hãy tải lại trang.",
        ["report.return.empty"] = "Nhập điều cần bổ sung khi trả lại.",
        ["task.not-done"] = "Nhiệm vụ chưa được xác nhận hoàn thành nên không mở lại được.",
        ["indicator.value"] = "Giá trị quá lớn.",
        ["delegate.tied"] = "Đại biểu này đã gắn với một tài khoản khác.",
        ["ix_draft_versions_draft_id_ordinal"] = "Người khác vừa lưu bản mới của dự thảo này. Hãy so với bản đó rồi lưu lần nữa.",
        ["ix_invitations_session_id_delegate_id"] = "Người khác vừa mời một trong những người này. Hãy bấm mời lần nữa.",
        ["ix_delegates_user_id"] = "Tài khoản này đã gắn với một đại biểu khác.",
        ["ix_conclusions_session_id"] = "Hội nghị này vừa có kết luận do người khác tạo. So với bản đang lưu ở dưới rồi bấm lưu lần nữa để giữ bản của đồng chí.",
        ["ix_sessions_slug"] = "Đã có hội nghị với địa chỉ này. Hãy đổi tên hoặc số thứ tự.",
        ["ix_agenda_items_session_id_code"] = "Vừa có nội dung khác được thêm cùng lúc. Hãy bấm lưu lần nữa.",
        ["ix_sessions_body_id_term_id_ordinal"] = "Nhiệm kỳ này đã có hội nghị mang số thứ tự đó.",
    };

    /// <summary>The sentence for a code or for the name of a constraint.</summary>
    public static string Message(string code) => Messages.GetValueOrDefault(code, General);
}

using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Text;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web;

/// <summary>The words of the office for the states that are derived from a session's agenda, and the state of the tag that carries each.</summary>
public static class AgendaWords
{
    public static string Of(this IStringLocalizer<SharedText> text, ItemStage stage) => stage switch
    {
        ItemStage.Drafted => text["Dự thảo chưa gửi"],
        ItemStage.Sent => text["Đang xin ý kiến"],
        ItemStage.Discussed => text["Đã có ý kiến"],
        ItemStage.Published => text["Đã công bố"],
        _ => text["Chưa có dự thảo"],
    };

    public static string TagState(this ItemStage stage) => stage switch
    {
        ItemStage.Drafted => "wait",
        ItemStage.Sent or ItemStage.Discussed => "doing",
        ItemStage.Published => "done",
        _ => "todo",
    };

    public static string Of(this IStringLocalizer<SharedText> text, StepState state) => state switch
    {
        StepState.Doing => text["Đang làm"],
        StepState.Wait => text["Đang chờ"],
        StepState.Done => text["Xong"],
        StepState.Late => text["Bị trả lại"],
        _ => text["Chưa bắt đầu"],
    };

    public static string TagState(this StepState state) => state switch
    {
        StepState.Doing => "doing",
        StepState.Wait => "wait",
        StepState.Done => "done",
        StepState.Late => "late",
        _ => "todo",
    };

    public static string Of(this IStringLocalizer<SharedText> text, AgendaActs act) => act switch
    {
        AgendaActs.Added => text["Mới"],
        AgendaActs.Restored => text["Khôi phục"],
        AgendaActs.Withdrawn => text["Rút khỏi chương trình"],
        AgendaActs.Renamed => text["Đổi tên"],
        AgendaActs.Regrouped => text["Chuyển nhóm"],
        AgendaActs.Moved => text["Chuyển vị trí"],
        AgendaActs.LedByAnother => text["Đổi cơ quan chủ trì"],
        AgendaActs.Papers => text["Tài liệu"],
        _ => text["Hoãn"],
    };

    public static string TagState(this AgendaActs act) => act switch
    {
        AgendaActs.Added or AgendaActs.Restored => "done",
        AgendaActs.Withdrawn => "late",
        AgendaActs.Postponed => "wait",
        _ => "doing",
    };

    /// <summary>Where a postponed content went.</summary>
    public static string PostponedTo(this IStringLocalizer<SharedText> text, ElsewhereItem? next) => next switch
    {
        null => text["Hoãn sang hội nghị sau"],
        { SessionOrdinal: { } ordinal } => text["Hoãn sang hội nghị lần thứ {0}", ordinal],
        _ => text["Hoãn sang {0}", next.SessionTitle],
    };

    /// <summary>What a session is called where there is little room.</summary>
    public static string ShortTitle(this IStringLocalizer<SharedText> text, SessionHead session) =>
        session.Ordinal is { } ordinal ? text["Hội nghị lần thứ {0}", ordinal] : session.Title;

    /// <summary>A half-day with its date: "Buổi sáng, thứ Sáu 03/12/2021".</summary>
    public static string Of(this IStringLocalizer<SharedText> text, SittingRow sitting) => $"{text.Of(sitting.Part)}, {VietnameseDate.WithWeekday(sitting.Date)}";
}

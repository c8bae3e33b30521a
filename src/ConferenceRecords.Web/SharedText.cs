namespace ConferenceRecords.Web;

/// <summary>Names the one resource file with the English of the interface; the keys are the Vietnamese texts themselves.</summary>
public sealed class SharedText;

using ConferenceRecords.Web.Verbs;

return await PortalCommand.Create().Parse(args).InvokeAsync();

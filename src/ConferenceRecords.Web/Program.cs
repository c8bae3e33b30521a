return await ConferenceRecords.Web.Verbs.PortalCommand.RunAsync(args);

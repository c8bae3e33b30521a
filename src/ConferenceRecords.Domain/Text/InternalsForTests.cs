using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ConferenceRecords.Domain.Tests")]

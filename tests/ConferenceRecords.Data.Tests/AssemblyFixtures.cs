using ConferenceRecords.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

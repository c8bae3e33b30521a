using ConferenceRecords.Benchmarks;
using ConferenceRecords.Benchmarks.Search;
using static System.FormattableString;

if (args is ["load"]) return await Load.RunAsync() ? 0 : 1;
if (args is ["search", .. var sizes]) return await SearchRun.RunAsync(sizes.Length > 0 ? sizes : ["100000", "1000000"]) ? 0 : 1;
if (args is ["pages"]) return await PageRaces.RunAsync() ? 0 : 1;
if (args is [Yardsticks.Word, ..]) return await Yardsticks.ServeAsync(args);

var all = true;
foreach (var race in Races.All().Concat(ComparisonRaces.All()).Concat(AlarmRaces.All()).Concat(DraftFileRaces.All()))
{
    var result = race.Run();
    all &= result.IsWithinLimit;
    Console.WriteLine(Invariant($"{(result.IsWithinLimit ? "within" : "PAST  ")}  {result.Ratio,6:0.00} of {race.Limit,4:0.0} | {result.Milliseconds,8:0.0} ms | memory {result.Memory,6:0.00} | {result.Bytes / 1_048_576,7:0.0} MB | {race.Name}"));
}
ComparisonRaces.PrintPlaces();
AlarmRaces.PrintScores();
return all ? 0 : 1;

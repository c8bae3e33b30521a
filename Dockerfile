FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json ConferenceRecords.sln ./
COPY src src
COPY seeds seeds
RUN dotnet publish src/ConferenceRecords.Web -c Release -o /portal

# The full image, not "chiseled": Vietnamese text needs ICU and the time zone data.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /portal
COPY --from=build /portal .
USER $APP_UID
EXPOSE 8080
ENTRYPOINT []
CMD ["dotnet", "ConferenceRecords.Web.dll"]

# Where the .NET images come from, such as the vendor's registry or a mirror of your own: docker build --build-arg DOTNET_IMAGES=<registry>/dotnet .
ARG DOTNET_IMAGES
FROM ${DOTNET_IMAGES}/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json ConferenceRecords.sln ./
COPY src src
COPY seeds seeds
RUN dotnet publish src/ConferenceRecords.Web -c Release -o /portal

# The full image, not "chiseled": Vietnamese text needs ICU and the time zone data.
FROM ${DOTNET_IMAGES}/aspnet:10.0
WORKDIR /portal
COPY --from=build /portal .
USER $APP_UID
EXPOSE 8080
CMD ["dotnet", "ConferenceRecords.Web.dll"]

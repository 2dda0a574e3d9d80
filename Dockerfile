FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig appsettings.json slack-manifest.yaml ./
COPY src src/
RUN CI=true dotnet publish src/LiveSop.Bot -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends graphviz fonts-dejavu-core tzdata \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
ENV PATH="/app:${PATH}"
# The user that the base image brings: the bot needs no rights of its own, mining only to read the inputs and write one folder.
USER $APP_UID
WORKDIR /work
ENTRYPOINT ["livesop"]

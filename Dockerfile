FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What decides which packages are restored comes first: this layer is made anew only when one of these changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/LiveSop.Domain/LiveSop.Domain.csproj src/LiveSop.Domain/packages.lock.json src/LiveSop.Domain/
COPY src/LiveSop.Bot/LiveSop.Bot.csproj src/LiveSop.Bot/packages.lock.json src/LiveSop.Bot/
RUN dotnet restore src/LiveSop.Bot --locked-mode
COPY appsettings.json slack-manifest.yaml ./
COPY src src/
RUN dotnet publish src/LiveSop.Bot -c Release -o /app --no-restore

FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL org.opencontainers.image.title="LiveSOP" \
      org.opencontainers.image.description="Finds the procedures that a support team really follows" \
      org.opencontainers.image.version="0.1.0"
RUN apt-get update \
 && apt-get install -y --no-install-recommends graphviz fonts-dejavu-core tzdata \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
# All the container's networks: whoever starts it decides where that is published (compose.yaml: on this machine alone).
ENV PATH="/app:${PATH}" \
    Health__Url="http://0.0.0.0:8080"
EXPOSE 8080
# The user that the base image brings: the bot needs no rights of its own, mining only to read the inputs and write one folder.
USER $APP_UID
WORKDIR /work
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["livesop", "health"]
ENTRYPOINT ["livesop"]

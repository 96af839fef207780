# syntax=docker/dockerfile:1

# GraphiQL's assets, so that the IDE needs no CDN.
FROM node:22-bookworm-slim AS graphiql
WORKDIR /graphiql
COPY src/Headless.GraphQL.AspNetCore/GraphiQL/ ./
RUN npm ci --no-audit --no-fund && npm run build -- /assets

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Compiled ahead for the processor that this is built on, so that it answers sooner after a start.
RUN dotnet publish src/Headless.Server -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
COPY --from=graphiql /assets ./wwwroot/graphiql
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Database__ConnectionString="Data Source=/data/headless.db" \
    Assets__Folder=/data/assets
EXPOSE 8080
ENTRYPOINT ["dotnet", "Headless.Server.dll"]

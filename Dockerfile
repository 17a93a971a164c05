# One image for all four services: docker compose builds it, `command:` picks the service.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -Dquick -Dmaven.test.skip=true -pl app -am package

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --create-home --home-dir /var/lib/dateline dateline
COPY --from=build /src/app/target/dateline.jar /opt/dateline/dateline.jar
COPY --from=build /src/app/target/lib /opt/dateline/lib
COPY LICENSE /opt/dateline/LICENSE
USER dateline
WORKDIR /var/lib/dateline
ENV DATELINE_LOG_FORMAT=json
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
  "-cp", "/opt/dateline/dateline.jar:/opt/dateline/lib/*", "io.dateline.app.Dateline"]

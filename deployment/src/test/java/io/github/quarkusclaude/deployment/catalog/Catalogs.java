package io.github.quarkusclaude.deployment.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.runtime.catalog.CatalogBuildTimeConfig;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Catalogues for tests, made as a build makes them.
 */
final class Catalogs {

    private Catalogs() {
    }

    static ModelCatalog of(CatalogProfile profile) {
        return new CatalogLoader(Clock.systemUTC()).load(profile, Map.of());
    }

    static ModelCatalog on(LocalDate day, CatalogProfile profile, Map<String, String> properties) {
        CatalogBuildTimeConfig config = new SmallRyeConfigBuilder()
                .withMapping(CatalogBuildTimeConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build().getConfigMapping(CatalogBuildTimeConfig.class);
        return new CatalogLoader(clock(day)).load(profile, config.models());
    }

    static ModelCatalog with(CatalogProfile profile, Map<String, String> properties) {
        return on(LocalDate.of(2026, 11, 22), profile, properties);
    }

    static ModelCatalog parse(String json) {
        return new CatalogLoader(clock(LocalDate.of(2026, 11, 22))).load("test.json",
                json.getBytes(StandardCharsets.UTF_8), CatalogProfile.CURRENT, Map.of());
    }

    private static Clock clock(LocalDate day) {
        return Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }
}

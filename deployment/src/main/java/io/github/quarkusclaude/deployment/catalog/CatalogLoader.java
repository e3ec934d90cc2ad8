package io.github.quarkusclaude.deployment.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;
import io.github.quarkusclaude.runtime.catalog.ModelConfig;

/**
 * Makes the catalogue of an application: a shipped file, the application's own entries over it, checked.
 */
final class CatalogLoader {

    private final Clock clock;

    /**
     * @param clock tells the day of the build, by which retirement dates are judged
     */
    CatalogLoader(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws io.quarkus.runtime.configuration.ConfigurationException naming everything that is wrong
     */
    ModelCatalog load(CatalogProfile profile, Map<String, ModelConfig> configured) {
        String file = "META-INF/quarkus-claude/catalog/" + profile.name().toLowerCase(Locale.ROOT) + ".json";
        return load(file, content(file), profile, configured);
    }

    ModelCatalog load(String file, byte[] json, CatalogProfile profile, Map<String, ModelConfig> configured) {
        CatalogProblems problems = new CatalogProblems();
        CatalogDefinition shipped = new CatalogReader(problems).read(file, json);
        CatalogDefinition definition = shipped.withModels(ModelOverrides.apply(shipped.models(), configured));
        new CatalogValidator(LocalDate.now(clock), problems).validate(definition, profile);
        problems.failIfAny();
        return CatalogAssembler.assemble(definition);
    }

    private static byte[] content(String file) {
        try (InputStream in = CatalogLoader.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from quarkus-claude-simulator");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

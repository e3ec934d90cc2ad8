package io.github.quarkusclaude.service.cli;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.SubscriptionTier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which models to print, and how. */
class ModelListOptions extends ModelDetailOptions {

    @Nullable
    @Option(names = "--tier", paramLabel = "free|pro|max|max_5|max_20|api", converter = TierConverter.class, description = "Only models of this subscription tier.")
    SubscriptionTier tier;

    @Nullable
    @Option(names = "--family", paramLabel = "F", description = "Only models of this line: haiku, sonnet, opus, …")
    String family;

    @Option(names = "--all", description = "Retired models as well.")
    boolean all;

    /** Reads a tier by its name. */
    static class TierConverter implements ITypeConverter<SubscriptionTier> {

        @Override
        public SubscriptionTier convert(String text) {
            try {
                return SubscriptionTier.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

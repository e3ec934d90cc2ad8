package io.github.quarkusclaude.runtime.auth;

import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.SubscriptionTier;

/** Reads the name of a tier in any of its spellings. */
public class TierConverter implements Converter<SubscriptionTier> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable SubscriptionTier convert(String text) {
        return text.isBlank() ? null : SubscriptionTier.parse(text);
    }
}

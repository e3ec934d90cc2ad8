package io.github.quarkusclaude.runtime.auth;

import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.AuthMethod;

/** Reads the name of a method in any of its spellings. */
public class AuthMethodConverter implements Converter<AuthMethod> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable AuthMethod convert(String text) {
        return text.isBlank() ? null : AuthMethod.parse(text);
    }
}

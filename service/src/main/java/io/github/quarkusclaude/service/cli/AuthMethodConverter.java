package io.github.quarkusclaude.service.cli;

import io.github.quarkusclaude.auth.AuthMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a method to prove who asks. */
class AuthMethodConverter implements ITypeConverter<AuthMethod> {

    @Override
    public AuthMethod convert(String text) {
        try {
            return AuthMethod.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}

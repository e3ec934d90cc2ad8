package io.github.quarkusclaude.service.cli;

import io.github.quarkusclaude.transport.BaseUrl;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a server. */
class BaseUrlConverter implements ITypeConverter<BaseUrl> {

    @Override
    public BaseUrl convert(String text) {
        try {
            return BaseUrl.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}

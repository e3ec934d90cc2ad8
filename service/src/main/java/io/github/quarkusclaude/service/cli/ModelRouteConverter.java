package io.github.quarkusclaude.service.cli;

import io.github.quarkusclaude.message.ModelRoute;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a model, and by which client to ask it. */
class ModelRouteConverter implements ITypeConverter<ModelRoute> {

    @Override
    public ModelRoute convert(String text) {
        try {
            return ModelRoute.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}

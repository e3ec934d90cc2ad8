package io.github.quarkusclaude.runtime.schema;

import java.util.Map;

import io.github.quarkusclaude.schema.KnownSchemas;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Puts the schemas of the build into the application.
 */
@Recorder
public class SchemaRecorder {

    /**
     * The schemas.
     *
     * @param entries those of types the model answers with, by the binary name of the class
     * @param inputs those of types that tools take, by the binary name of the class
     */
    public RuntimeValue<KnownSchemas> schemas(Map<String, KnownSchemas.Entry> entries,
            Map<String, KnownSchemas.Entry> inputs) {
        return new RuntimeValue<>(new KnownSchemas(entries, inputs));
    }
}

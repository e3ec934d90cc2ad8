package io.github.quarkusclaude.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/**
 * Lets Jackson write values that write themselves, wherever in a map or a list they stand.
 */
final class ApiJacksonModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ApiJacksonModule() {
        addSerializer(ApiObject.class, new ApiObjectSerializer());
        addSerializer(RawJson.class, new RawJsonSerializer());
    }

    private static final class ApiObjectSerializer extends StdSerializer<ApiObject> {

        private static final long serialVersionUID = 1L;

        private ApiObjectSerializer() {
            super(ApiObject.class);
        }

        @Override
        public void serialize(ApiObject value, JsonGenerator json, SerializerProvider provider) throws IOException {
            value.writeTo(json);
        }
    }

    private static final class RawJsonSerializer extends StdSerializer<RawJson> {

        private static final long serialVersionUID = 1L;

        private RawJsonSerializer() {
            super(RawJson.class);
        }

        @Override
        public void serialize(RawJson value, JsonGenerator json, SerializerProvider provider) throws IOException {
            value.writeTo(json);
        }
    }
}

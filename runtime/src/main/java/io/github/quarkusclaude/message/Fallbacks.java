package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * Which models the API asks in turn when the model of the request declines. A {@link FallbackBlock} stands in the answer
 * where another model goes on.
 */
public sealed interface Fallbacks extends ApiObject {

    /** The models that the API thinks fit. */
    Fallbacks DEFAULT = new Named("default");

    /** These models, with the parameters of the request. */
    static Fallbacks of(String... models) {
        List<FallbackModel> list = new ArrayList<>();
        for (String model : models) {
            list.add(FallbackModel.of(model));
        }
        return new Models(list);
    }

    /** These models. */
    static Fallbacks of(List<FallbackModel> models) {
        return new Models(models);
    }

    /** Decodes a word or a list from where the reader stands. */
    static Fallbacks readFrom(JsonReader json) throws IOException {
        return json.isText() ? new Named(json.text()) : new Models(json.list(FallbackModel::readFrom));
    }

    @Override
    default Map<String, RawJson> additionalFields() {
        return Map.of();
    }

    /**
     * A choice that the API knows by a word.
     *
     * @param name {@code default}
     */
    record Named(String name) implements Fallbacks {

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeString(name);
        }
    }

    /**
     * A list of models.
     *
     * @param models the models, in the order in which they are asked
     */
    record Models(List<FallbackModel> models) implements Fallbacks {

        public Models {
            models = List.copyOf(models);
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStartArray();
            for (FallbackModel model : models) {
                model.writeTo(json);
            }
            json.writeEndArray();
        }
    }
}

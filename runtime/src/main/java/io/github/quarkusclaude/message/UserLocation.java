package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * Where the end user is, roughly, for a web search.
 *
 * @param type {@code approximate}
 * @param city the city
 * @param region the region or state
 * @param country the country, two letters
 * @param timezone the time zone, for example {@code Europe/Berlin}
 * @param additionalFields fields this version does not know
 */
public record UserLocation(@Nullable String type, @Nullable String city, @Nullable String region, @Nullable String country,
        @Nullable String timezone, Map<String, RawJson> additionalFields) implements ApiObject {

    public UserLocation {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A place. */
    public static UserLocation of(@Nullable String city, @Nullable String region, @Nullable String country,
            @Nullable String timezone) {
        return new UserLocation("approximate", city, region, country, timezone, Map.of());
    }

    static UserLocation readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String city = null;
        String region = null;
        String country = null;
        String timezone = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "city" -> city = fields.text();
                case "region" -> region = fields.text();
                case "country" -> country = fields.text();
                case "timezone" -> timezone = fields.text();
                default -> fields.keep();
            }
        }
        return new UserLocation(type, city, region, country, timezone, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("city", city)
                .field("region", region)
                .field("country", country)
                .field("timezone", timezone).end();
    }
}

package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
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
 * The container in which the model's code runs on the API's servers.
 * <p>
 * An answer tells which it was; a request that names it finds the files of before.
 */
public sealed interface Container extends ApiObject {

    /** The id of the container; absent in a request for a new one. */
    @Nullable
    String id();

    /** The skills loaded into it. */
    List<Skill> skills();

    /** A container used before. */
    static Container of(String id) {
        return new Id(id);
    }

    /** A new container with skills. */
    static Container withSkills(Skill... skills) {
        return new Described(null, null, List.of(skills), Map.of());
    }

    /** A container used before, as a request names it: without what only an answer tells. */
    default Container reused() {
        String id = id();
        return id == null ? this : of(id);
    }

    /** Decodes an id or a description from where the reader stands. */
    static Container readFrom(JsonReader json) throws IOException {
        return json.isText() ? of(json.text()) : Described.read(json);
    }

    /**
     * Only the id of a container.
     *
     * @param id the id
     */
    record Id(String id) implements Container {

        @Override
        public List<Skill> skills() {
            return List.of();
        }

        @Override
        public Map<String, RawJson> additionalFields() {
            return Map.of();
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeString(id);
        }
    }

    /**
     * A container and what is in it.
     *
     * @param id the id
     * @param expiresAt when it is deleted unless it is used again, an ISO 8601 time; in an answer only
     * @param loadedSkills the skills in it
     * @param additionalFields fields this version does not know
     */
    record Described(@Nullable String id, @Nullable String expiresAt, @Nullable List<Skill> loadedSkills,
            Map<String, RawJson> additionalFields) implements Container {

        public Described {
            loadedSkills = loadedSkills == null ? null : List.copyOf(loadedSkills);
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public List<Skill> skills() {
            return loadedSkills == null ? List.of() : loadedSkills;
        }

        static Described read(JsonReader json) throws IOException {
            FieldReader fields = FieldReader.open(json);
            String id = null;
            String expiresAt = null;
            List<Skill> skills = null;
            while (fields.next()) {
                switch (fields.name()) {
                    case "id" -> id = fields.text();
                    case "expires_at" -> expiresAt = fields.text();
                    case "skills" -> skills = fields.objects(Skill::readFrom);
                    default -> fields.keep();
                }
            }
            return new Described(id, expiresAt, skills, fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("id", id).field("expires_at", expiresAt).objects("skills", loadedSkills).end();
        }
    }
}

package io.github.quarkusclaude.transport;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.JsonReader;

/** One page of the list of models. */
record ModelPage(List<ModelInfo> models, boolean hasMore, @Nullable String lastId) {

    static ModelPage readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        List<ModelInfo> models = null;
        Boolean hasMore = null;
        String lastId = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "data" -> models = fields.list(ModelInfo::readFrom);
                case "has_more" -> hasMore = fields.bool();
                case "last_id" -> lastId = fields.text();
                default -> fields.skip();
            }
        }
        return new ModelPage(models == null ? List.of() : models, Boolean.TRUE.equals(hasMore), lastId);
    }
}

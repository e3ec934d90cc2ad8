package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelStatus;

/** What the catalogue can say to somebody whose model may not exist. Safe to share between threads. */
public final class ModelAdvice {

    private final ModelCatalog catalog;

    public ModelAdvice(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Something to say before requests are sent to a model.
     *
     * @param property where its id is configured
     * @param model the id
     * @return a warning; empty if the catalogue knows the model
     */
    public Optional<String> beforeUse(String property, String model) {
        if (catalog.isKnown(model) || find(model).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(property + " is \"" + model + "\", a model the catalogue does not know" + meant(model)
                + " Requests are sent to it all the same");
    }

    /**
     * Something to say after the API did not find a model.
     *
     * @param model the id it was asked for
     * @return a sentence without its full stop
     */
    public String afterRefusal(String model) {
        String end = find(model).map(ClaudeModel::lifecycle).map(ModelAdvice::end).orElse("");
        return "There is no model \"" + model + "\", or not for this credential" + (end.isEmpty() ? meant(model) : end)
                + " Those there are: models() of the client, or quarkus-claude models --remote";
    }

    private Optional<ClaudeModel> find(String id) {
        return catalog.model(id).or(() -> catalog.models().stream().filter(model -> model.wireId().equals(id)).findFirst());
    }

    private static String end(Lifecycle lifecycle) {
        if (!lifecycle.isDeprecated()) {
            return "";
        }
        return ": its end " + (lifecycle.retires() == null ? "was announced" : "is " + lifecycle.retires()) + "."
                + (lifecycle.replacement() == null ? "" : " Use " + lifecycle.replacement() + ".");
    }

    private String meant(String model) {
        List<String> similar = catalog.isKnown(model) ? List.of() : similar(model);
        return similar.isEmpty() ? "." : "; did you mean " + String.join(" or ", similar) + "?";
    }

    /** What may have been typed wrong; otherwise the newest model of the family that is named. */
    private List<String> similar(String id) {
        List<String> names = new ArrayList<>();
        for (ClaudeModel model : catalog.models()) {
            if (model.lifecycle().status() != ModelStatus.RETIRED) {
                names.add(model.id());
                names.addAll(model.aliases());
            }
        }
        OptionalInt least = names.stream().mapToInt(name -> Spelling.distance(id, name)).min();
        if (least.isPresent() && Spelling.isTypingError(least.getAsInt(), id)) {
            return names.stream().filter(name -> Spelling.distance(id, name) == least.getAsInt()).toList();
        }
        return catalog.getLatestModelsByFamily().entrySet().stream()
                .filter(line -> id.toLowerCase(Locale.ROOT).contains(line.getKey())).map(Map.Entry::getValue).toList();
    }
}

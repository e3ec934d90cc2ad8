package io.github.quarkusclaude.deployment.catalog;

import java.util.HashMap;
import java.util.Map;

import io.github.quarkusclaude.catalog.ClaudeModel;

/**
 * What can be wrong with the names by which models are found and by which they point to each other.
 */
final class NameChecks {

    private final CatalogDefinition definition;
    private final CatalogProblems problems;

    NameChecks(CatalogDefinition definition, CatalogProblems problems) {
        this.definition = definition;
        this.problems = problems;
    }

    void check() {
        checkUnique();
        for (ModelEntry entry : definition.models()) {
            checkReplacement(entry);
            if (entry.model().wireId().isBlank()) {
                problems.add(entry.origin(), "wire_id", "is empty; give the id to send, or leave it out");
            }
        }
        for (Map.Entry<String, String> latest : definition.latest().entrySet()) {
            checkLatest(latest.getKey(), latest.getValue());
        }
    }

    private void checkUnique() {
        Map<String, ModelEntry> owners = new HashMap<>();
        for (ModelEntry entry : definition.models()) {
            if (owners.putIfAbsent(entry.model().id(), entry) != null) {
                problems.add(entry.origin(), "id", "is used by two models; remove one of them");
            }
        }
        for (ModelEntry entry : definition.models()) {
            for (String alias : entry.model().aliases()) {
                ModelEntry owner = owners.putIfAbsent(alias, entry);
                if (alias.isBlank()) {
                    problems.add(entry.origin(), "aliases", "has an empty alias; remove it");
                } else if (owner != null) {
                    reportTakenAlias(entry, alias, owner);
                }
            }
        }
        for (String listed : definition.listed()) {
            ModelEntry owner = owners.get(listed);
            if (owner != null && !owner.origin().configured()) {
                problems.add(definition.origin(), "listed", "has \"" + listed + "\", which is a name of model \""
                        + owner.model().id() + "\"; remove it from the list");
            }
        }
    }

    private void reportTakenAlias(ModelEntry entry, String alias, ModelEntry owner) {
        if (owner.origin().configured() && !entry.origin().configured()) {
            // the mistake is in the entry of the application, not in the file
            problems.add(owner.origin(), "", "takes the name \"" + alias + "\", an alias of model \""
                    + entry.model().id() + "\"; use that id to change the model, or choose another name");
        } else {
            problems.add(entry.origin(), "aliases", "has \"" + alias + "\", which already names model \""
                    + owner.model().id() + "\"; choose another alias");
        }
    }

    private void checkReplacement(ModelEntry entry) {
        String replacement = entry.model().lifecycle().replacement();
        if (replacement == null) {
            return;
        }
        ModelEntry target = definition.find(replacement);
        if (target == entry) {
            problems.add(entry.origin(), "lifecycle.replacement", "is the model itself; name another model");
        } else if (target == null && !definition.listed().contains(replacement)) {
            problems.add(entry.origin(), "lifecycle.replacement", "is \"" + replacement
                    + "\", which is not in the catalogue; correct it or add that model");
        }
    }

    private void checkLatest(String line, String id) {
        ModelEntry entry = definition.find(id);
        ClaudeModel model = entry == null ? null : entry.model();
        if (model == null) {
            problems.add(definition.origin(), "latest." + line,
                    "is \"" + id + "\", which is not in the catalogue; correct it or add that model");
        } else if (!line.equals(model.line())) {
            problems.add(definition.origin(), "latest." + line,
                    "is \"" + id + "\", a model of line " + model.line() + "; name one of line " + line);
        }
    }
}

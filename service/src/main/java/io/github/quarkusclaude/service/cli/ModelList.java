package io.github.quarkusclaude.service.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.json.RawJson;

/** Prints models. */
@Singleton
class ModelList {

    private final ModelCatalog catalog;
    private final ModelAccess access;
    private final Connection connection;
    private final Terminal terminal;

    ModelList(ModelCatalog catalog, ModelAccess access, Connection connection, Terminal terminal) {
        this.catalog = catalog;
        this.access = access;
        this.connection = connection;
        this.terminal = terminal;
    }

    void print(ModelListOptions options) {
        if (options.remote) {
            printRemote(options);
            return;
        }
        List<ClaudeModel> models = catalog.models().stream().filter(model -> isAsked(model, options)).toList();
        if (options.isJson()) {
            terminal.println(RawJson.from(models.stream().map(ModelFacts::of).toList()).toString());
            return;
        }
        if (models.isEmpty()) {
            sayThereIsNone();
            return;
        }
        TextTable table = new TextTable("ID", "NAME", "STATUS", "CONTEXT", "OUTPUT", "$/MTOK IN", "$/MTOK OUT");
        for (ClaudeModel model : models) {
            table.row(model.id() + (model.equals(catalog.defaultModel()) ? " *" : ""), model.displayName(), status(model),
                    tokens(model.limits().maxInputTokens()), tokens(model.limits().maxTokens()),
                    text(model.prices().standard().input()), text(model.prices().standard().output()));
        }
        terminal.print(table.toString());
        if (models.contains(catalog.defaultModel())) {
            terminal.println("* the default");
        }
    }

    private boolean isAsked(ClaudeModel model, ModelListOptions options) {
        return (options.all || model.lifecycle().status() != ModelStatus.RETIRED)
                && (options.family == null || options.family.toLowerCase(Locale.ROOT).equals(model.line()))
                && (options.tier == null || access.isModelAvailableForTier(model.id(), options.tier));
    }

    private void printRemote(ModelListOptions options) {
        if (options.tier != null) {
            throw new UsageException("--tier asks the catalogue and --remote the API: use one of them");
        }
        ModelStatus[] statuses = options.all ? ModelStatus.values() : new ModelStatus[0];
        List<ModelInfo> models;
        try (Stream<ModelInfo> all = connection.client().listModels(statuses)) {
            models = all.filter(model -> options.family == null
                    || options.family.toLowerCase(Locale.ROOT).equals(model.line())).toList();
        }
        if (options.isJson()) {
            terminal.println(RawJson.from(models.stream().map(model -> RawJson.of(model.toJson()).tree()).toList()).toString());
            return;
        }
        if (models.isEmpty()) {
            sayThereIsNone();
            return;
        }
        TextTable table = new TextTable("ID", "NAME", "STATUS", "CONTEXT", "OUTPUT");
        for (ModelInfo model : models) {
            table.row(model.id(), text(model.displayName()), text(model.lifecycle()), tokens(model.maxInputTokens()),
                    tokens(model.maxTokens()));
        }
        terminal.print(table.toString());
    }

    private void sayThereIsNone() {
        terminal.note("No model fits these options.");
    }

    void printOne(String id, ModelDetailOptions options) {
        RawJson facts = options.remote ? RawJson.of(connection.client().model(id).toJson())
                : RawJson.from(ModelFacts.of(catalog.model(id).orElseThrow(() -> unknown(id))));
        if (options.isJson()) {
            terminal.println(facts.toString());
            return;
        }
        TextTable table = new TextTable();
        ModelFacts.lines(facts).forEach(table::row);
        terminal.print(table.toString());
    }

    private UsageException unknown(String id) {
        return new UsageException("The catalogue has no model " + id + ". See: quarkus-claude models --all");
    }

    private static String status(ClaudeModel model) {
        String status = model.lifecycle().status().name().toLowerCase(Locale.ROOT);
        if (model.lifecycle().retires() != null) {
            return status + ", retires " + model.lifecycle().retires();
        }
        return model.lifecycle().legacy() ? status + ", legacy" : status;
    }

    private static String tokens(@Nullable Integer tokens) {
        return tokens == null ? "?" : String.format(Locale.ROOT, "%,d", tokens);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "?" : value.toString();
    }
}

package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.RequestOptions;
import io.github.quarkusclaude.message.Unsupported;

/** What the rules know about a request besides the request itself, and where they say what they did. */
final class RuleContext {

    private final MessageRequest asked;
    private final ClaudeModel model;
    private final Purpose purpose;
    private final RequestSettings settings;
    private final BetaFeatures betas;
    private final OneTimeWarnings warnings;
    private final Problems problems = new Problems();
    private final List<Runnable> pendingWarnings = new ArrayList<>();
    private @Nullable List<PlacedBlock> blocks;
    private @Nullable Parameters parameters;

    RuleContext(MessageRequest asked, ClaudeModel model, Purpose purpose, RequestSettings settings, BetaFeatures betas,
            OneTimeWarnings warnings) {
        this.asked = asked;
        this.model = model;
        this.purpose = purpose;
        this.settings = settings;
        this.betas = betas.allowedBy(asked.options());
        this.warnings = warnings;
    }

    /** The request as the application made it, with its model. */
    MessageRequest asked() {
        return asked;
    }

    /** The blocks of the conversation as the application made it. */
    List<PlacedBlock> blocks() {
        List<PlacedBlock> found = blocks;
        if (found == null) {
            found = PlacedBlock.of(asked);
            blocks = found;
        }
        return found;
    }

    /** The parameters as the application set them. */
    Parameters parameters() {
        Parameters found = parameters;
        if (found == null) {
            found = new Parameters(asked);
            parameters = found;
        }
        return found;
    }

    /** The model; everything about it is unknown if the catalogue does not have it. */
    ClaudeModel model() {
        return model;
    }

    Purpose purpose() {
        return purpose;
    }

    RequestSettings settings() {
        return settings;
    }

    RequestOptions options() {
        return asked.options();
    }

    BetaFeatures betas() {
        return betas;
    }

    /**
     * The model does not take a parameter: a warning or a problem, as the client is told.
     *
     * @param parameter the parameter by its API name
     * @param adaptation what is sent instead, after "so"
     * @param advice what an application should do instead, a sentence
     */
    void unsupported(String parameter, String adaptation, String advice) {
        if (rejects()) {
            problems.add(model.id() + " does not take " + parameter + ". " + advice);
        } else {
            warn(parameter, model.id() + " does not take " + parameter + ", so " + adaptation + ". " + advice);
        }
    }

    /**
     * Something the application should know, although the request can be sent. Said once for each model and subject, and not
     * if there are problems: what a request that is not sent would have become helps nobody.
     */
    void warn(String subject, String text) {
        pendingWarnings.add(() -> warnings.warn(model.id() + " " + subject, text));
    }

    /** The request cannot be sent. */
    void problem(String text) {
        problems.add(text);
    }

    boolean rejects() {
        Unsupported own = options().unsupported();
        return (own != null ? own : settings.unsupported()) == Unsupported.REJECT;
    }

    /** Throws if there are problems, and says the warnings otherwise. */
    void failIfAnyProblem() {
        problems.failIfAny();
        pendingWarnings.forEach(Runnable::run);
    }
}

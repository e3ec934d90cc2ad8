package io.github.quarkusclaude.message;

import org.jspecify.annotations.Nullable;

/**
 * A model, and who asks it. As text {@code claude-haiku-5-5}, {@code claude-haiku-5-5 via backup} or {@code via backup}.
 *
 * @param model the model's id; the one of the request if absent
 * @param client the name of another client, whose credential, limits and budget are used; the same client if absent
 */
public record ModelRoute(@Nullable String model, @Nullable String client) {

    private static final String VIA = "via";
    private static final String BETWEEN = " " + VIA + " ";

    /** @throws IllegalArgumentException if there is neither a model nor a client */
    public ModelRoute {
        model = named(model);
        client = named(client);
        if (model == null && client == null) {
            throw new IllegalArgumentException("There is neither a model nor a client");
        }
    }

    /** Another model, asked by the same client. */
    public static ModelRoute to(String model) {
        return new ModelRoute(model, null);
    }

    /** The model of the request, asked by another client. */
    public static ModelRoute via(String client) {
        return new ModelRoute(null, client);
    }

    /**
     * Reads {@code MODEL}, {@code MODEL via CLIENT} or {@code via CLIENT}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static ModelRoute parse(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        String padded = " " + words + " ";
        int via = padded.indexOf(BETWEEN);
        String model = via < 0 ? words : padded.substring(0, via + 1).strip();
        String client = via < 0 ? "" : padded.substring(via + BETWEEN.length()).strip();
        if (words.isEmpty() || model.indexOf(' ') >= 0 || via >= 0 && client.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is none of MODEL, MODEL via CLIENT and via CLIENT, for example claude-haiku-5-5 via backup");
        }
        return new ModelRoute(model, client);
    }

    private static @Nullable String named(@Nullable String name) {
        return name == null || name.isBlank() ? null : name;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return (model == null ? "" : model) + (model == null || client == null ? "" : " ")
                + (client == null ? "" : VIA + " " + client);
    }
}

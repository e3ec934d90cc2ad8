package io.github.quarkusclaude.catalog;

/**
 * What a model accepts in a request, apart from thinking and effort.
 *
 * @param imageInput images in messages
 * @param pdfInput PDF documents in messages
 * @param toolUse tool definitions
 * @param structuredOutputs answers that follow a JSON schema ({@code output_config.format}) and strict tools
 * @param streaming answers as a stream of events
 * @param systemMessages messages of role {@code system} in the middle of a conversation; the {@code system} field of a
 *        request is accepted by every model
 * @param prefill a last message of role {@code assistant} whose text the model continues
 * @param samplingParameters {@code temperature}, {@code top_p} and {@code top_k}, under API version {@code 2023-06-01}
 * @param forcedToolChoice a {@code tool_choice} that makes the model use a tool
 * @param inferenceGeo {@code inference_geo}, the choice of where the model runs
 * @param olderComputerTools the tools {@code computer_20251124} and older; a model that refuses them takes the toolset of the
 *        computer instead, see {@link io.github.quarkusclaude.message.Toolset#computer()}
 */
public record Capabilities(Support imageInput, Support pdfInput, Support toolUse, Support structuredOutputs,
        Support streaming, Support systemMessages, Support prefill, Support samplingParameters,
        ForcedToolChoice forcedToolChoice, Support inferenceGeo, Support olderComputerTools) {

    /** Nothing is known. */
    public static final Capabilities UNKNOWN = new Capabilities(Support.UNKNOWN, Support.UNKNOWN, Support.UNKNOWN,
            Support.UNKNOWN, Support.UNKNOWN, Support.UNKNOWN, Support.UNKNOWN, Support.UNKNOWN, ForcedToolChoice.UNKNOWN,
            Support.UNKNOWN, Support.UNKNOWN);
}

package io.github.quarkusclaude.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import jakarta.enterprise.context.Dependent;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to ask: a prompt, a request as JSON, or both. */
@Dependent
@Unremovable
class RequestOptions {

    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;

    @Nullable
    @Parameters(arity = "0..1", paramLabel = "PROMPT", description = "What to ask. Read from standard input if it is - or absent.")
    String prompt;

    @Nullable
    @Option(names = "--request", paramLabel = "FILE", description = "The request as JSON of the API, from a file or standard input (-). Other options replace its fields, the prompt is added to its messages.")
    String requestFile;

    @Nullable
    @Option(names = { "-m", "--model" }, paramLabel = "ID", description = "The model.")
    String model;

    @Nullable
    @Option(names = "--system", paramLabel = "TEXT", description = "Instructions before the conversation.")
    String system;

    @Nullable
    @Option(names = "--max-tokens", paramLabel = "N", description = "The longest answer in tokens.")
    Integer maxTokens;

    @Nullable
    @Option(names = "--temperature", paramLabel = "X", description = "Randomness from 0 to 1. Models after 4.6 do not take it.")
    Double temperature;

    @Mixin
    AttachmentOptions attachments;

    @Mixin
    ModelOptions modelOptions;

    RequestOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    MessageRequest request() {
        MessageRequestBuilder request = requestFile == null ? MessageRequest.builder() : readRequest().toBuilder();
        String text = promptText();
        List<ContentBlock> blocks = attachments.blocks();
        if (text != null) {
            request.message(blocks.isEmpty() ? InputMessage.user(text) : InputMessage.user(text, blocks));
        } else if (!blocks.isEmpty()) {
            request.message(InputMessage.user(blocks));
        }
        if (model != null) {
            request.model(model);
        }
        if (system != null) {
            request.system(system);
        }
        if (maxTokens != null) {
            request.maxTokens(maxTokens);
        }
        if (temperature != null) {
            request.temperature(temperature);
        }
        modelOptions.applyTo(request);
        return request.build();
    }

    private @Nullable String promptText() {
        boolean fromInput = STANDARD_INPUT.equals(prompt)
                || prompt == null && requestFile == null && terminal.isInputPiped();
        String text = fromInput ? terminal.readInput().strip() : prompt;
        if (text == null && requestFile == null) {
            throw new UsageException("What do you want to ask? Give a prompt, pipe one in, or use --request FILE");
        }
        if (text != null && text.isBlank()) {
            throw new UsageException("The prompt is empty");
        }
        return text;
    }

    private MessageRequest readRequest() {
        try {
            String json = STANDARD_INPUT.equals(requestFile) ? terminal.readInput() : Files.readString(Path.of(requestFile));
            return MessageRequest.fromJson(json);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + requestFile);
        } catch (IOException e) {
            throw new UsageException("The request file " + requestFile + " cannot be read: " + e.getMessage());
        } catch (MalformedJsonException e) {
            throw new UsageException("The request file " + requestFile + " is not a request of the API: " + e.getMessage());
        }
    }
}

package io.github.quarkusclaude.service.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.message.MessageRequest;

/** The requests of a batch, one a line, read as they are needed. Empty lines are passed over. */
final class BatchLines implements Iterator<BatchRequest> {

    private final BufferedReader lines;
    private final String name;
    private final boolean prompts;
    private final UnaryOperator<MessageRequest> completion;
    private int number;
    private int requests;
    private @Nullable BatchRequest next;

    BatchLines(BufferedReader lines, String name, boolean prompts, UnaryOperator<MessageRequest> completion) {
        this.lines = lines;
        this.name = name;
        this.prompts = prompts;
        this.completion = completion;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            String line = readLine();
            if (line == null) {
                return false;
            }
            if (!line.isBlank()) {
                next = request(line.strip());
            }
        }
        return true;
    }

    @Override
    public BatchRequest next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        BatchRequest request = next;
        next = null;
        return request;
    }

    private @Nullable String readLine() {
        number++;
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UsageException("Line " + number + " of " + name + " cannot be read: " + e.getMessage());
        }
    }

    private BatchRequest request(String line) {
        requests++;
        if (prompts) {
            return new BatchRequest("prompt-" + requests, completion.apply(MessageRequest.of(line)));
        }
        try {
            BatchRequest request = BatchRequest.fromJson(line);
            return new BatchRequest(request.customId(), completion.apply(request.params()));
        } catch (MalformedJsonException | IllegalArgumentException e) {
            throw new UsageException(
                    "Line " + number + " of " + name + " is not a request {\"custom_id\": …, \"params\": {…}}: "
                            + e.getMessage() + hint(line));
        }
    }

    private static String hint(String line) {
        return line.stripLeading().startsWith("{") ? "" : ". If the lines are prompts, add --prompts";
    }
}

package io.github.quarkusclaude.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A connection on which every byte of an answer can be seen. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;

    RawConnection(ClaudeSimulator simulator) throws IOException {
        socket = new Socket("127.0.0.1", simulator.port());
        socket.setSoTimeout(20_000);
    }

    RawConnection post(ClaudeSimulator simulator, JsonNode body, String... headers) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST /v1/messages HTTP/1.1\r\nhost: localhost\r\n")
                .append("x-api-key: ").append(simulator.apiKey()).append("\r\n")
                .append("anthropic-version: 2026-10-21\r\n")
                .append("content-type: application/json\r\n")
                .append("content-length: ").append(bytes.length).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The head of the answer, its lines separated by CR LF. */
    String head() throws IOException {
        return until("\r\n\r\n");
    }

    /** Everything up to and including this text. */
    String until(String end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!read.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("end of stream after " + read);
            }
            read.write(b);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** The chunks of a body in chunked coding, up to its end. */
    List<String> chunks() throws IOException {
        List<String> chunks = new ArrayList<>();
        while (true) {
            int size = Integer.parseInt(until("\r\n").strip(), 16);
            String chunk = new String(socket.getInputStream().readNBytes(size), StandardCharsets.UTF_8);
            until("\r\n");
            if (size == 0) {
                return chunks;
            }
            chunks.add(chunk);
        }
    }

    int available() throws IOException {
        return socket.getInputStream().available();
    }

    int read() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.github.quarkusclaude.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;

/**
 * Decoding and encoding an answer in one piece, and a request with a conversation of such answers. The tree of Jackson over
 * the same bytes is what to compare with. Run with {@code -prof gc} for allocation.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class MessageCodecBenchmark {

    private static final String TEXT = "Quantum computers use qubits, which can be in a superposition of states. ".repeat(12);
    private static final String THINKING = "{\"type\":\"thinking\",\"thinking\":\"" + TEXT + "\",\"signature\":\""
            + "c2lnbmF0dXJl".repeat(20) + "\"}";
    private static final String CITED = "{\"type\":\"text\",\"text\":\"" + TEXT + "\",\"citations\":[{\"type\":"
            + "\"web_search_result_location\",\"cited_text\":\"qubits\",\"url\":\"https://example.org/qubits\",\"title\":\"Qubits\","
            + "\"encrypted_index\":\"RW8xNDk=\"},{\"type\":\"char_location\",\"cited_text\":\"states\",\"document_index\":0,"
            + "\"document_title\":\"Notes\",\"start_char_index\":10,\"end_char_index\":16}]}";
    private static final String SEARCH = "{\"type\":\"server_tool_use\",\"id\":\"srvtoolu_1\",\"name\":\"web_search\",\"input\":"
            + "{\"query\":\"qubits\"}},{\"type\":\"web_search_tool_result\",\"tool_use_id\":\"srvtoolu_1\",\"content\":["
            + ("{\"type\":\"web_search_result\",\"url\":\"https://example.org/qubits\",\"title\":\"Qubits\",\"page_age\":null,"
                    + "\"encrypted_content\":\"" + "RW5jcnlwdGVk".repeat(40) + "\"},").repeat(4)
            + "{\"type\":\"web_search_result\",\"url\":\"https://example.org\",\"title\":\"Last\",\"page_age\":\"1 day\","
            + "\"encrypted_content\":\"RW5j\"}]}";

    /** {@code plain}: thinking and text; {@code search}: a web search with cited text too. */
    @Param({ "plain", "search" })
    public String content;

    private final ObjectMapper jackson = JsonMapper.builder().build();
    private byte[] answerJson;
    private byte[] requestJson;
    private JsonNode requestTree;
    private Message answer;
    private MessageRequest request;

    @Setup
    public void makeMessages() throws IOException {
        String blocks = "[" + THINKING + "," + (content.equals("search") ? SEARCH + "," + CITED + "," : "")
                + "{\"type\":\"text\",\"text\":\"" + TEXT + "\"}]";
        String answer = "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-sonnet-5-5\",\"content\":"
                + blocks + ",\"stop_reason\":\"end_turn\",\"stop_sequence\":null,\"stop_details\":null,\"container\":null,"
                + "\"usage\":{\"input_tokens\":12,\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":900,"
                + "\"cache_creation\":{\"ephemeral_5m_input_tokens\":0,\"ephemeral_1h_input_tokens\":0},\"output_tokens\":400,"
                + "\"output_tokens_details\":{\"thinking_tokens\":200},\"service_tier\":\"standard\",\"inference_geo\":\"global\"}}";
        String turns = ("{\"role\":\"user\",\"content\":\"" + TEXT + "\"},{\"role\":\"assistant\",\"content\":" + blocks + "},")
                .repeat(10);
        String request = "{\"model\":\"claude-sonnet-5-5\",\"max_tokens\":2000,\"system\":[{\"type\":\"text\",\"text\":\""
                + TEXT
                + "\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}}],\"messages\":[" + turns
                + "{\"role\":\"user\",\"content\":\"And then?\"}],\"tools\":[{\"name\":\"weather\",\"description\":\"The weather\","
                + "\"strict\":true,\"input_schema\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}],"
                + "\"thinking\":{\"type\":\"adaptive\",\"display\":\"summarized\"},\"output_config\":{\"effort\":\"medium\"},"
                + "\"metadata\":{\"user_id\":\"u\"},\"service_tier\":\"auto\",\"stream\":true}";
        answerJson = answer.getBytes(StandardCharsets.UTF_8);
        requestJson = request.getBytes(StandardCharsets.UTF_8);
        requestTree = jackson.readTree(requestJson);
        this.answer = Message.fromJson(answer);
        this.request = MessageRequest.fromJson(request);
    }

    @Benchmark
    public Message decodeAnswer() {
        return ApiJson.decode(answerJson, Message::readFrom);
    }

    @Benchmark
    public byte[] encodeAnswer() {
        return ApiJson.bytes(answer);
    }

    @Benchmark
    public MessageRequest decodeRequest() {
        return MessageRequest.fromJson(new String(requestJson, StandardCharsets.UTF_8));
    }

    @Benchmark
    public byte[] encodeRequest() {
        return ApiJson.bytes(request);
    }

    /** The floor to compare decoding with: a tree of nodes, of which nothing is understood. */
    @Benchmark
    public JsonNode treeOfAnswer() throws IOException {
        return jackson.readTree(answerJson);
    }

    /** The floor to compare encoding with. */
    @Benchmark
    public byte[] bytesOfTreeOfRequest() throws IOException {
        return jackson.writeValueAsBytes(requestTree);
    }
}

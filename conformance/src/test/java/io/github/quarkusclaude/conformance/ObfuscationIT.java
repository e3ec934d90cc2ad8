package io.github.quarkusclaude.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.conformance.Program.Outcome;
import io.github.quarkusclaude.simulator.IssuedTokens;

/**
 * The file of several logins, as the program reads and writes it. The transformation itself is made again here, held against
 * the vectors, and then against the files of the program.
 */
@ConformanceGroup(number = 7, promise = "The file of several logins and its obfuscation, byte for byte.", differs = {
        "it is called obfuscation everywhere, because it protects nothing, and has to be chosen with `quarkus.claude.token-store.type`." })
class ObfuscationIT extends Conformance {

    private static final String KEY = "43836ece4b92841aee6c2aac1ec22326dedd79f3ce3665803b45808c8c53ee01";
    private static final String NOBODY = "TxFOVkQWCgpaQAMQChoBQ0lHWgJBFSwMVQwFW1dXEAxUSUYURVYQWgcAQUUUD0NNTg==";

    @Test
    void theVectors() throws Exception {
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest("/home/test-neurolink-token-store".getBytes(StandardCharsets.UTF_8)))).isEqualTo(KEY);
        assertThat(obfuscated("{}")).isEqualTo("T04=");
        assertThat(obfuscated("{\"version\":\"2.0\",\"lastModified\":0,\"providers\":{}}")).isEqualTo(NOBODY);
        assertThat(revealed(NOBODY)).isEqualTo("{\"version\":\"2.0\",\"lastModified\":0,\"providers\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "T04=", NOBODY })
    void theProgramReadsTheVectors(String vector) {
        Path file = Logins.write(home.resolve("vector.json"), vector);

        Outcome status = stored(file).run("auth", "status", "--format", "json");

        assertThat(status.exitCode()).as(status.err()).isZero();
        JsonNode login = Api.json(status.out()).get(0);
        assertThat(login.path("authenticated").asBoolean(true)).isFalse();
        assertThat(login.path("problem").asText()).doesNotContain("cannot be read");
        assertThat(Logins.text(file)).isEqualTo(vector);
    }

    @Test
    void theProgramUsesWhatIsObfuscatedAndWritesItSo() {
        IssuedTokens tokens = server.oauth().issue();
        Path file = Logins.write(home.resolve("tokens.json"), obfuscated(entries(tokens, "caf\u00e9")));
        Program program = stored(file);

        assertThat(program.run("generate", "Hello").exitCode()).isZero();
        assertThat(Logins.bearer(lastRequest())).isEqualTo(tokens.accessToken());
        Outcome refresh = program.run("auth", "refresh");

        assertThat(refresh.exitCode()).as(refresh.err()).isZero();
        assertThat(Logins.text(file)).doesNotContain("{", "accessToken");
        JsonNode written = Api.json(revealed(Logins.text(file)));
        assertThat(written.path("version").asText()).isEqualTo("2.0");
        assertThat(written.path("lastModified").asLong()).isPositive();
        assertThat(written.at("/providers/openai/tokens/accessToken").asText()).isEqualTo("caf\u00e9");
        JsonNode ours = written.at("/providers/anthropic/tokens");
        assertThat(ours.path("accessToken").asText()).isNotEqualTo(tokens.accessToken())
                .satisfies(token -> assertThat(server.oauth().isValid(token)).isTrue());
        assertThat(ours.path("tokenType").asText()).isEqualTo("Bearer");
        assertThat(ours.path("expiresAt").asLong()).isPositive();
        assertThat(Logins.permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void anotherHomeCannotReadItAndLeavesItAlone() {
        String content = obfuscated(entries(server.oauth().issue(), "theirs"));
        Path file = Logins.write(home.resolve("foreign.json"), content);

        Outcome refresh = stored(file).with("HOME", "/home/somebody-else").run("auth", "refresh");

        assertThat(refresh.exitCode()).isNotZero();
        assertThat(refresh.err()).contains(file.toString(), "another home directory");
        assertThat(Logins.text(file)).isEqualTo(content);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatItCannotHoldIsRefusedAndNotDestroyed() {
        IssuedTokens tokens = server.oauth().issue();
        String content = entries(tokens, "\u4e16\u754c");
        Path file = home.resolve("plain.json");
        Logins.write(file, content, StandardCharsets.UTF_8);

        Outcome refresh = stored(file).run("auth", "refresh");

        assertThat(refresh.exitCode()).isNotZero();
        assertThat(refresh.err()).contains("Latin-1");
        assertThat(Logins.text(file, StandardCharsets.UTF_8)).isEqualTo(content);
    }

    @Test
    void theLastLoginTakesTheFileWithIt() {
        IssuedTokens tokens = server.oauth().issue();
        Path file = Logins.write(home.resolve("last.json"), obfuscated(entries(tokens, "theirs")));
        Program program = stored(file);

        assertThat(program.run("auth", "logout").exitCode()).isZero();
        JsonNode left = Api.json(revealed(Logins.text(file)));
        assertThat(left.path("providers")).hasSize(1);
        assertThat(left.at("/providers/openai/tokens/accessToken").asText()).isEqualTo("theirs");

        Logins.write(file, obfuscated(Api.object("version", "2.0", "lastModified", 0, "providers",
                Api.object("anthropic", entry(tokens.accessToken()))).toString()));
        assertThat(program.run("auth", "logout").exitCode()).isZero();
        assertThat(file).doesNotExist();
        assertThat(program.run("auth", "logout").exitCode()).isZero();
    }

    private Program stored(Path file) {
        return Logins.configure(program, server).with("HOME", "/home/test")
                .with("QUARKUS_CLAUDE_CREDENTIALS_FILE", home.resolve("no-other.json").toString())
                .with("QUARKUS_CLAUDE_TOKEN_STORE_TYPE", "tokens-file")
                .with("QUARKUS_CLAUDE_TOKEN_STORE_FILE", file.toString());
    }

    private static String entries(IssuedTokens ours, String theirs) {
        ObjectNode anthropic = entry(ours.accessToken());
        anthropic.withObject("/tokens").put("refreshToken", ours.refreshToken().orElseThrow());
        return Api.object("version", "2.0", "lastModified", 0, "providers", Api.object("openai", entry(theirs), "anthropic",
                anthropic)).toString();
    }

    private static ObjectNode entry(String token) {
        return Api.object("tokens", Api.object("accessToken", token, "expiresAt", 4_102_444_800_000L, "tokenType", "Bearer"),
                "createdAt", 1, "lastAccessed", 2);
    }

    private static String obfuscated(String text) {
        return Base64.getEncoder().encodeToString(combined(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String revealed(String text) {
        return new String(combined(Base64.getDecoder().decode(text)), StandardCharsets.ISO_8859_1);
    }

    private static byte[] combined(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) KEY.charAt(i % KEY.length());
        }
        return bytes;
    }
}

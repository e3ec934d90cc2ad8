package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static io.github.quarkusclaude.auth.Logins.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.io.TempDir;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.json.RawJson;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Whatever bytes are in place of a login: they are one or are refused as documented, and who writes a new login into such a
 * file leaves there what is not part of one.
 */
class CredentialsFuzzTest {

    private static final HomeDirectory HOME = new HomeDirectory("/home/test");
    private static final EncryptionKey KEY = EncryptionKey.ofBase64("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    private static final Map<String, String> NO_ENVIRONMENT = Map.of();
    private static final Set<String> LOGIN = Set.of("type", "oauth", "apiKey", "provider", "subscriptionTier", "createdAt",
            "updatedAt");
    private static final Set<String> TOKENS = Set.of("accessToken", "refreshToken", "expiresAt", "tokenType", "scope");
    private static final Set<String> PROFILE_TOKENS = Set.of("version", "type", "access_token", "expires_at", "refresh_token",
            "scope");

    @TempDir
    static Path directory;

    @FuzzTest(maxDuration = "10m")
    void anyBytesAreALoginOrRefused(byte[] content) throws IOException {
        checkTexts(content);
        checkProfile(content);
        checkStores(content);
    }

    private static void checkTexts(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        refusedBy(ConfigurationException.class, () -> TokenText.parse(text, "SOURCE"));
        refusedBy(AuthenticationException.class, () -> AuthorizationAnswer.ofPasted(text).codeFor("state"));
        refusedBy(AuthenticationException.class, () -> AuthorizationAnswer.ofQuery(text).codeFor("state"));
        refusedBy(MalformedResponseException.class, () -> TokenAnswer.of(content));
        refusedBy(TokenStoreException.class, () -> EncryptionKey.ofBase64(text));
        refusedBy(TokenStoreException.class, () -> {
            StoredCredentials login = StoredCredentials.fromJson(text);
            StoredCredentials again = StoredCredentials.fromJson(login.toJson(Logins.NOW));
            assertThat(again.tokens()).isEqualTo(login.tokens());
            assertThat(again.apiKey()).isEqualTo(login.apiKey());
        });
    }

    private static void checkProfile(byte[] content) throws IOException {
        ProfileDirectory profiles = new ProfileDirectory(directory);
        Path configs = Files.createDirectories(directory.resolve("configs"));
        Files.write(configs.resolve("default.json"), content);
        Files.deleteIfExists(directory.resolve("active_config"));
        refusedBy(ConfigurationException.class, () -> assertThat(profiles.find(null, NO_ENVIRONMENT)).isPresent());
        Files.write(directory.resolve("active_config"), content);
        refusedBy(ConfigurationException.class, () -> profiles.find(null, NO_ENVIRONMENT));
    }

    private static void checkStores(byte[] content) throws IOException {
        Path file = directory.resolve("file");
        check(new CredentialsFile(file, CLOCK), file, content, stored -> without(stored, LOGIN));
        check(new ProfileCredentials(file), file, content, stored -> without(stored, PROFILE_TOKENS));
        check(new TokensFile(file, HOME, false, CLOCK), file, content, CredentialsFuzzTest::othersThanTokens);
        check(new EncryptedFile(file, KEY, CLOCK), file, content, stored -> Map.of());
        check(new EncryptedFile(file, KEY, CLOCK), file, AesGcm.encrypt(KEY.orCreated(), content),
                CredentialsFuzzTest::othersThanEncryptedLogins);
    }

    private static void check(TokenStore store, Path file, byte[] content,
            Function<byte[], Map<String, RawJson>> others) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        refusedBy(TokenStoreException.class, () -> store.load(TokenStore.DEFAULT_NAME));
        try {
            store.save(TokenStore.DEFAULT_NAME, login("new"));
        } catch (TokenStoreException e) {
            assertThat(e).hasMessageContaining(file.toString());
            assertThat(file).hasBinaryContent(content);
            return;
        }
        assertThat(store.load(TokenStore.DEFAULT_NAME).map(StoredCredentials::tokens)).contains(Logins.tokens("new"));
        if (content.length > 0) {
            assertThat(others.apply(Files.readAllBytes(file))).isEqualTo(others.apply(content));
        }
    }

    private static Map<String, RawJson> othersThanTokens(byte[] stored) {
        StoredJson document = StoredJson.parse(plain(stored), "");
        Map<String, RawJson> others = without(document, Set.of("version", "lastModified", "providers"));
        StoredJson providers = document.object("providers");
        others.putAll(without(providers, Set.of(TokenStore.DEFAULT_NAME)));
        StoredJson login = providers.object(TokenStore.DEFAULT_NAME);
        others.putAll(without(login, Set.of("tokens", "subscriptionTier", "createdAt", "updatedAt", "lastAccessed")));
        others.putAll(without(login.object("tokens"), TOKENS));
        return others;
    }

    /** What another program has obfuscated is plain after the first rewrite. */
    private static byte[] plain(byte[] stored) {
        String text = new String(stored, StandardCharsets.ISO_8859_1).strip();
        return text.startsWith("{") ? stored : new HomeObfuscation(HOME).reveal(text).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, RawJson> othersThanEncryptedLogins(byte[] stored) {
        try {
            StoredJson document = StoredJson.parse(AesGcm.decrypt(KEY.orCreated(), stored), "");
            Map<String, RawJson> others = without(document, Set.of("logins"));
            others.putAll(without(document.object("logins"), Set.of(TokenStore.DEFAULT_NAME)));
            others.putAll(without(document.object("logins").object(TokenStore.DEFAULT_NAME), LOGIN));
            return others;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, RawJson> without(byte[] stored, Set<String> names) {
        return without(StoredJson.parse(stored, ""), names);
    }

    private static Map<String, RawJson> without(StoredJson json, Set<String> names) {
        Map<String, RawJson> others = new LinkedHashMap<>(json.additionalFields());
        others.keySet().removeAll(names);
        return others;
    }

    private static void refusedBy(Class<? extends RuntimeException> refusal, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            if (!refusal.isInstance(e)) {
                throw e;
            }
            // there is something to read
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}

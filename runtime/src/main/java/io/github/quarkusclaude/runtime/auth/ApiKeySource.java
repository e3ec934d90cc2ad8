package io.github.quarkusclaude.runtime.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.ApiKeyCredential;
import io.github.quarkusclaude.auth.ApiKeyForm;
import io.github.quarkusclaude.auth.HomeDirectory;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.credentials.runtime.CredentialsProviderFinder;

/** Where the API key of a client is: its configuration, a file, or a credentials provider. */
final class ApiKeySource {

    private static final String VARIABLE = "ANTHROPIC_API_KEY";
    private static final String KEY = "api-key";
    private static final int LONGEST_KEY = 16 * 1024;
    private static final Duration PROVIDER_TIMEOUT = Duration.ofSeconds(30);

    private final CredentialConfig config;
    private final Config values;
    private final ApiKeyForm form;
    private final UnaryOperator<String> property;

    ApiKeySource(CredentialConfig config, Config values, ApiKeyForm form, UnaryOperator<String> property) {
        this.config = config;
        this.values = values;
        this.form = form;
        this.property = property;
    }

    /** For people. */
    String description() {
        if (config.apiKey().isPresent()) {
            // what is not set itself has its value from the variable
            boolean isSet = !values.getConfigValue(property.apply(KEY)).getSourceName()
                    .startsWith("DefaultValues");
            return isSet ? property.apply(KEY) : VARIABLE;
        }
        return config.apiKeyFile().orElseGet(
                () -> config.credentialsProvider().map(name -> "the credentials provider for " + name)
                        .orElse(property.apply(KEY)));
    }

    /** Gives a key that may change; {@code null} if there is none. */
    @Nullable
    Supplier<ApiKeyCredential> supplier() {
        if (config.apiKeyFile().isPresent()) {
            Path file = HomeDirectory.current().resolve(config.apiKeyFile().get());
            return () -> form.credential(read(file), null);
        }
        if (config.credentialsProvider().isPresent()) {
            String name = config.credentialsProvider().get();
            return () -> provided(name, config.credentialsProviderName().orElse(null));
        }
        return null;
    }

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_KEY), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw missing("The file " + file + " with the API key cannot be read: " + e, e);
        }
    }

    private ApiKeyCredential provided(String name, @Nullable String bean) {
        CredentialsProvider provider = CredentialsProviderFinder.find(bean);
        Map<String, String> found = provider.getCredentialsAsync(name).await().atMost(PROVIDER_TIMEOUT);
        String key = found.getOrDefault(KEY, found.get(CredentialsProvider.PASSWORD_PROPERTY_NAME));
        if (key == null) {
            throw missing("The credentials provider has neither " + KEY + " nor " + CredentialsProvider.PASSWORD_PROPERTY_NAME
                    + " for " + name, null);
        }
        return form.credential(key, expiry(found.get(CredentialsProvider.EXPIRATION_TIMESTAMP_PROPERTY_NAME)));
    }

    private static @Nullable Instant expiry(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw missing("The credentials provider gives a time of expiry that is none: " + text, e);
        }
    }

    private static AuthenticationException missing(String message, @Nullable Exception cause) {
        return new AuthenticationException(ErrorDetails.of(message), cause);
    }
}

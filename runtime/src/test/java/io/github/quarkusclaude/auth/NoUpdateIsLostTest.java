package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads change one file through several stores, by its name and through a link. */
class NoUpdateIsLostTest {

    private static final int THREADS = 8;
    private static final int UPDATES = 10;

    @TempDir
    Path directory;

    static Stream<Function<Path, TokenStore>> stores() {
        return Stream.of(path -> new CredentialsFile(path, CLOCK),
                path -> new TokensFile(path, new HomeDirectory("/home/test"), true, CLOCK),
                path -> new EncryptedFile(path, EncryptionKey.ofFile(path.resolveSibling("key")), CLOCK));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void ofOneLogin(Function<Path, TokenStore> kind) throws Exception {
        Path path = directory.resolve("file");
        List<TokenStore> stores = List.of(kind.apply(path),
                kind.apply(Files.createSymbolicLink(directory.resolve("link"), path)));
        stores.get(0).save("x", StoredCredentials.of(OAuthTokens.of("0")));

        inParallel(thread -> {
            TokenStore store = stores.get(thread % 2);
            for (int i = 0; i < UPDATES; i++) {
                store.exclusively("x", () -> {
                    StoredCredentials login = store.load("x").orElseThrow();
                    int count = Integer.parseInt(login.tokens().accessToken());
                    store.save("x", login.with(OAuthTokens.of(Integer.toString(count + 1))));
                    return true;
                });
            }
        });

        assertThat(stores.get(0).load("x").orElseThrow().tokens().accessToken())
                .isEqualTo(Integer.toString(THREADS * UPDATES));
    }

    @Test
    void ofDifferentLoginsInOneFile() throws Exception {
        for (Function<Path, TokenStore> kind : stores().skip(1).toList()) {
            Path path = Files.createTempDirectory(directory, "logins").resolve("file");

            inParallel(thread -> {
                TokenStore store = kind.apply(path);
                for (int i = 0; i < UPDATES; i++) {
                    store.save("client-" + thread, StoredCredentials.of(OAuthTokens.of(thread + "-" + i)));
                }
            });

            for (int thread = 0; thread < THREADS; thread++) {
                assertThat(kind.apply(path).load("client-" + thread).orElseThrow().tokens().accessToken())
                        .isEqualTo(thread + "-" + (UPDATES - 1));
            }
        }
    }

    private static void inParallel(IntConsumer action) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                results.add(threads.submit(() -> action.accept(thread)));
            }
            for (Future<?> result : results) {
                result.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdown();
        }
    }
}

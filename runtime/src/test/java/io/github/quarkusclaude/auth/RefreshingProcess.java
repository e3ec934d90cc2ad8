package io.github.quarkusclaude.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A program that does nothing but refresh: takes the lock, loads the login, has the token replaced and stores it, again and
 * again. Arguments: the credentials file, the port of the {@link TokenServer}, and how often. It waits for a line before it
 * begins, ends when it has done what it should or the server has gone, and with status 3 if a token is refused.
 */
final class RefreshingProcess {

    static final int TOKEN_REFUSED = 3;

    private RefreshingProcess() {
    }

    public static void main(String[] args) throws IOException {
        TokenStore store = new CredentialsFile(Path.of(args[0]), Clock.systemUTC());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]))) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            // loads the classes, so that what follows is done at once
            store.load(TokenStore.DEFAULT_NAME).orElseThrow();
            send(socket, Long.toString(ProcessHandle.current().pid()));
            if (in.readLine() == null) {
                return;
            }
            for (int i = Integer.parseInt(args[2]); i > 0; i--) {
                store.exclusively(TokenStore.DEFAULT_NAME, () -> refresh(store, socket, in));
            }
        }
    }

    private static boolean refresh(TokenStore store, Socket socket, BufferedReader in) {
        StoredCredentials login = store.load(TokenStore.DEFAULT_NAME).orElseThrow();
        String answer;
        try {
            send(socket, login.tokens().refreshToken());
            answer = in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer == null || answer.equals(TokenServer.REFUSED)) {
            Runtime.getRuntime().halt(TOKEN_REFUSED);
        }
        store.save(TokenStore.DEFAULT_NAME, login.with(TokenServer.tokens(answer)));
        return true;
    }

    private static void send(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}

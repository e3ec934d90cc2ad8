package io.github.quarkusclaude.service.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A real browser, without a screen. Speaks the few words of the WebDriver protocol that are needed here, which spares a
 * client library and its dependencies.
 */
final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    /** Elements are waited for so long. */
    private static final int PATIENCE_MS = 20_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;
    private boolean open = true;

    /** @param profile an empty directory */
    Chromium(Path profile) throws Exception {
        driver = new ProcessBuilder(driverProgram().orElseThrow().toString(), "--port=0").redirectErrorStream(true).start();
        String server = "http://127.0.0.1:" + port(driver.inputReader()) + "/session";
        Map<String, Object> options = Map.of("binary", program().orElseThrow().toString(), "args",
                List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--no-proxy-server", "--user-data-dir=" + profile));
        JsonNode created = send("POST", server, Map.of("capabilities", Map.of("alwaysMatch",
                Map.of("goog:chromeOptions", options, "timeouts", Map.of("implicit", PATIENCE_MS)))));
        session = server + "/" + created.path("sessionId").asText();
    }

    static Optional<Path> program() {
        return find("chromium", "chromium-browser", "google-chrome");
    }

    static Optional<Path> driverProgram() {
        return find("chromedriver");
    }

    private static Optional<Path> find(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(names).flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(Path::of)
                .map(directory -> directory.resolve(name))).filter(Files::isExecutable).findFirst();
    }

    private static String port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new IOException("The driver of the browser did not start");
    }

    void visit(String url) throws Exception {
        send("POST", session + "/url", Map.of("url", url));
    }

    void type(String selector, String text) throws Exception {
        send("POST", element(selector) + "/value", Map.of("text", text));
    }

    void click(String selector) throws Exception {
        send("POST", element(selector) + "/click", Map.of());
    }

    /** The text a person sees. */
    String text(String selector) throws Exception {
        return send("GET", element(selector) + "/text", null).asText();
    }

    private String element(String selector) throws Exception {
        JsonNode found = send("POST", session + "/element", Map.of("using", "css selector", "value", selector));
        return session + "/element/" + found.path(ELEMENT).asText();
    }

    /** Closes the window, as a person does who has changed their mind. */
    void closeWindow() throws Exception {
        open = false;
        send("DELETE", session, null);
    }

    private JsonNode send(String method, String url, Map<String, ?> body) throws Exception {
        HttpRequest.BodyPublisher publisher = body == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(url)).method(method, publisher).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("The browser cannot do this: " + answer.body());
        }
        return JSON.readTree(answer.body()).path("value");
    }

    @Override
    public void close() throws Exception {
        try {
            if (open) {
                closeWindow();
            }
        } finally {
            driver.destroy();
        }
    }
}

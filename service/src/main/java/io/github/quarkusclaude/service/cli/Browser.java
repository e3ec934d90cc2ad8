package io.github.quarkusclaude.service.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/**
 * The person's browser: what {@code BROWSER} names, or what the desktop takes. Several commands in {@code BROWSER} are
 * separated by colons; {@code %s} in them stands for the address.
 */
@Singleton
class Browser {

    private static final Logger LOG = Logger.getLogger(Browser.class);

    /**
     * Opens a page.
     *
     * @return whether a browser was started
     */
    boolean open(URI page) {
        return commands(System.getProperty("os.name"), System.getenv(), page.toString()).stream().anyMatch(Browser::start);
    }

    static List<List<String>> commands(String system, Map<String, String> environment, String page) {
        List<List<String>> commands = new ArrayList<>();
        for (String command : environment.getOrDefault("BROWSER", "").split(":")) {
            if (!command.isBlank()) {
                commands.add(command(command.strip(), page));
            }
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            commands.add(List.of("rundll32", "url.dll,FileProtocolHandler", page));
        } else if (name.startsWith("mac")) {
            commands.add(List.of("open", page));
        } else if (environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")) {
            // without a screen it would start a browser that needs the terminal
            commands.add(List.of("xdg-open", page));
        }
        return commands;
    }

    private static List<String> command(String command, String page) {
        List<String> words = new ArrayList<>(List.of(command.split("\\s+")));
        if (!command.contains("%s")) {
            words.add(page);
        }
        words.replaceAll(word -> word.replace("%s", page));
        return words;
    }

    private static boolean start(List<String> command) {
        try {
            new ProcessBuilder(command).redirectInput(Redirect.from(nothing())).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD).start();
            return true;
        } catch (IOException e) {
            LOG.debugf("%s cannot be started: %s", command.get(0), e.getMessage());
            return false;
        }
    }

    private static java.io.File nothing() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return new java.io.File(windows ? "NUL" : "/dev/null");
    }
}

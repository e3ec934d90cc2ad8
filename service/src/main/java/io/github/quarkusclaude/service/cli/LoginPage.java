package io.github.quarkusclaude.service.cli;

/** What the browser shows at the end of a login. The ids of the elements do not change. */
enum LoginPage {

    LOGGED_IN("logged-in", "Logged in", "You can close this window and go back to the terminal."),
    FAILED("failed", "The login failed", "Go back to the terminal and start it again."),
    OVER("over", "This login is over", "Go back to the terminal and start another one.");

    private final String id;
    private final String title;
    private final String advice;

    LoginPage(String id, String title, String advice) {
        this.id = id;
        this.title = title;
        this.advice = advice;
    }

    /** @param detail more about it, as text; may be empty */
    String html(String detail) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <link rel="icon" href="data:,">
                <title>%s</title>
                <style>body { font: 16px sans-serif; max-width: 36em; margin: 3em auto; padding: 0 1em }</style>
                </head>
                <body id="%s">
                <h1>%s</h1>
                <p id="detail">%s</p>
                <p>%s</p>
                </body>
                </html>
                """.formatted(title, id, title, escaped(detail), advice);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

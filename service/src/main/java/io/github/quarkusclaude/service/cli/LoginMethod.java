package io.github.quarkusclaude.service.cli;

/** How to log in. */
enum LoginMethod {
    /** A person has an API key. */
    API_KEY,
    /** A person signs in, and the program gets tokens. */
    OAUTH,
    /** A person signs in, and the program gets an API key. */
    CREATE_API_KEY
}

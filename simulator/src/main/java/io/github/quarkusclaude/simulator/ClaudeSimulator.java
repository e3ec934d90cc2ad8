package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Vertx;

/**
 * A running simulator of the Claude API.
 *
 * <pre>
 * try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
 *     // point a client at simulator.baseUrl(), with the key simulator.apiKey()
 * }
 * </pre>
 *
 * It serves {@code /v1/messages} (whole and streamed), {@code /v1/messages/count_tokens}, {@code /v1/messages/batches},
 * {@code /v1/files} and {@code /v1/models} over HTTP/1.1 and, in clear text, HTTP/2. Requests are checked like the API checks
 * them, the rules of their model and API version included. Besides keys it takes access tokens, and gives them out itself:
 * {@code /oauth/authorize} has pages for a browser, {@code /v1/oauth/token} exchanges codes, refresh tokens and identity
 * tokens, {@code /v1/oauth/revoke} ends them, {@code /api/oauth/profile} tells whose they are and
 * {@code /api/oauth/claude_cli/create_api_key} makes a key with one.
 * <p>
 * The answer follows from the request and the seed. It greets, calculates, lists, echoes ("say exactly: …"), fills JSON
 * schemas, calls tools the prompt is about, or explains that it is simulated; {@code lorem 5000 tokens} makes it long.
 * {@code max_tokens}, {@code stop_sequences} and a system prompt that asks for brevity or for one letter case are heeded.
 * Documents and search results whose citations are enabled are cited, in their own words. Tools of the server are carried
 * out if they are forced or the prompt asks for them – to search or read the web, run code, give advice, use an MCP server by
 * its name – and tools that are kept out of the prompt are found if it is about them; whatever they bring is made up and says
 * so. Thinking is for the model that had it, with newer models also for its conversation only, as with the API. Prompts are
 * cached with the minimum of their model for as long as the API does.
 * <p>
 * Some words in a prompt order what seldom happens: {@code ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL}, with {@code _CYBER},
 * {@code _BIO}, {@code _FRONTIER_LLM}, {@code _REASONING_EXTRACTION} or {@code _GENERAL_HARMS} after it for a category, a
 * refusal, which other models answer if the request has {@code fallbacks};
 * {@code ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING} thinking that is not shown; and
 * {@code SIMULATOR_TRIGGER_PAUSE_TURN} a pause after the work of a server tool.
 * <p>
 * Tokens are estimated: a text has a quarter of its UTF-16 characters, rounded up; to that come 3 for a request, 3 for a
 * system prompt, 4 for a message, 300 for having tools and 10 for each of them, 12 for a tool call, 8 for a tool result,
 * 1,600 for an image, 20 for a document and 2,000 more if that is not given as text.
 * <p>
 * For tests, {@linkplain #script(ScriptedAnswer...) answers can be scripted}, {@linkplain #fault(Fault...) faults},
 * {@linkplain #scenario(Scenario...) scenarios}, {@linkplain #chaos(double, Scenario...) chaos} and
 * {@linkplain #answerHeaders(Map) headers} ordered, {@linkplain #refuseConnections() connections refused},
 * {@linkplain #batches() batches ended}, {@linkplain #addFile(String, String, byte[]) files added},
 * {@linkplain #oauth() tokens given out and ended}, {@linkplain #issuer() identity tokens made}, and
 * {@linkplain #requests() requests} and {@linkplain #files() files} looked at. All methods may be called from any thread. It is
 * not meant to be reached
 * from other machines: its keys are no secret.
 */
public final class ClaudeSimulator implements AutoCloseable {

    /** A key the simulator accepts unless it is given others. */
    public static final String DEFAULT_API_KEY = "sk-ant-api03-accepted-by-the-simulator-only";

    private final SimulatorServer server;
    private final String host;
    private final String apiKey;
    private final ScriptQueue scripts;
    private final FaultPlan faults;
    private final AnswerHeaders answerHeaders;
    private final RequestLog log;
    private final Clock clock;
    private final FileStore files;
    private final BatchStore batches;
    private final OAuthState oauth;
    private final ContainerStore containers;

    private ClaudeSimulator(Builder builder) {
        scripts = new ScriptQueue();
        faults = new FaultPlan(builder.seed);
        answerHeaders = new AnswerHeaders();
        log = new RequestLog(builder.recordedRequests);
        host = builder.host;
        apiKey = builder.apiKeys.stream().findFirst().orElse(DEFAULT_API_KEY);
        clock = builder.clock;
        Identifiers identifiers = new Identifiers(builder.seed);
        files = new FileStore(identifiers, clock, builder.fileStorageBytes);
        batches = new BatchStore(identifiers, clock, builder.batchDuration);
        oauth = OAuthState.of(builder, identifiers);
        containers = new ContainerStore(clock);
        FrontDoor frontDoor = new SimulatorParts(builder, scripts, faults, answerHeaders, log, identifiers, files, batches,
                oauth, containers)
                .frontDoor();
        server = SimulatorServer.start(builder.vertx, host, builder.port, frontDoor, builder.clock);
    }

    /** A simulator that is not running yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where clients find the API, without a slash at the end, for example {@code http://127.0.0.1:40123}. */
    public String baseUrl() {
        return "http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port();
    }

    /** The port the simulator listens on. */
    public int port() {
        return server.port();
    }

    /** A key the simulator accepts: the first one it was given, or {@link #DEFAULT_API_KEY}. */
    public String apiKey() {
        return apiKey;
    }

    /**
     * The newest requests, oldest first, whatever became of them. An immutable copy; requests that arrive later are not in
     * it.
     */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** Queues answers for the next requests to {@code POST /v1/messages}; see {@link ScriptedAnswer}. */
    public void script(ScriptedAnswer... answers) {
        scripts.add(List.of(answers));
    }

    /** Breaks the answer to the next request, whatever its path, with all these faults at once. */
    public void fault(Fault... faults) {
        faultNext(1, faults);
    }

    /**
     * Breaks the answers to the next requests, each with all these faults at once.
     *
     * @throws IllegalArgumentException if the number of requests is not positive
     */
    public void faultNext(int requests, Fault... faults) {
        if (requests < 1) {
            throw new IllegalArgumentException("The number of requests must be positive");
        }
        this.faults.add(requests, List.of(faults));
    }

    /**
     * Response headers of all further answers, whatever their path and status, in place of those that the simulator would
     * send; for example rate limits. They replace what was set before; an empty map ends it.
     */
    public void answerHeaders(Map<String, String> headers) {
        answerHeaders.set(headers);
    }

    /**
     * Lets the next requests, whatever their path, meet these scenarios one after the other, each as many requests as it is
     * made for.
     */
    public void scenario(Scenario... scenarios) {
        List.of(scenarios).forEach(faults::add);
    }

    /**
     * Lets a share of all requests from now on, whatever their path, meet one of these scenarios, all of them equally often.
     * Replaces what was said before; {@link #reset()} ends it. Requests that meet faults ordered otherwise are spared.
     * <p>
     * Which request meets what depends on the seed, on its method, path, query and body, and on how often the same has
     * arrived since; on nothing else, so that it is the same however requests overtake each other. Requests that ask for no
     * stream meet no scenario that only streams can.
     *
     * @param rate the share, from 0 to 1
     * @param scenarios those there are to be; {@link Scenario#all()} if none is named
     * @throws IllegalArgumentException if the rate is no share
     */
    public void chaos(double rate, Scenario... scenarios) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("The share of the requests must be from 0 to 1");
        }
        faults.chaos(rate, scenarios.length == 0 ? Scenario.all() : List.of(scenarios));
    }

    /**
     * Closes the port and all connections, so that new ones are refused, until {@link #acceptConnections()}. Nothing is
     * forgotten meanwhile. Does nothing if connections are refused already.
     *
     * @throws IllegalStateException if the port cannot be kept, or this is an event loop
     */
    public void refuseConnections() {
        server.refuse();
    }

    /**
     * Opens the same port again. Does nothing if it is open.
     *
     * @throws IllegalStateException if the port cannot be opened, or this is an event loop
     */
    public void acceptConnections() {
        server.accept();
    }

    /** The message batches there are, the newest first. An immutable copy. */
    public List<SimulatedBatch> batches() {
        return batches.all().stream().map(batch -> new SimulatedBatch(batch, clock)).toList();
    }

    /** The message batch with this id, {@code msgbatch_…}. */
    public Optional<SimulatedBatch> batch(String id) {
        return batches.find(id).map(batch -> new SimulatedBatch(batch, clock));
    }

    /**
     * Adds a message batch that has ended with this many results, all of them successes, for the ids {@code request-1},
     * {@code request-2} and so on. The results are made while they are sent, so that there can be millions.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public SimulatedBatch addBatch(int results) {
        if (results < 1) {
            throw new IllegalArgumentException("The number of results must be positive");
        }
        return new SimulatedBatch(batches.addEnded(BatchStore.SAMPLE, results, Caller.simulator()), clock);
    }

    /** The files of the Files API that have not expired, the newest first. An immutable copy. */
    public List<SimulatedFile> files() {
        return files.all().stream().map(SimulatedFile::new).toList();
    }

    /** Adds a file as if a tool had made it, which is the only kind that can be downloaded. The array is copied. */
    public SimulatedFile addFile(String filename, String mimeType, byte[] content) {
        return new SimulatedFile(files.add(filename, mimeType, null, true, new FileContent.InMemory(content.clone())));
    }

    /**
     * Adds a file of any size as if a tool had made it. Its bytes, each of which is its position modulo 251, are made while
     * they are sent.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public SimulatedFile addFile(String filename, String mimeType, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A size cannot be negative");
        }
        return new SimulatedFile(files.add(filename, mimeType, null, true, new FileContent.MadeUp(size)));
    }

    /** The authorization server: signs in without a browser, gives out tokens, and lets them expire. */
    public SimulatedOAuth oauth() {
        return new SimulatedOAuth(oauth);
    }

    /** The identity provider whose tokens the federation rule trusts. */
    public IdentityTokenIssuer issuer() {
        return oauth.issuer();
    }

    /** The rule by which identity tokens are exchanged for access tokens. */
    public FederationRule federationRule() {
        return oauth.rule();
    }

    /**
     * Forgets scripted answers, faults, chaos, ordered headers, recorded requests, files, batches, containers, tokens and
     * created keys that are left. Does not touch requests under way, and opens no port that refuses connections.
     */
    public void reset() {
        files.clear();
        batches.clear();
        oauth.clear();
        containers.clear();
        scripts.clear();
        faults.clear();
        answerHeaders.set(Map.of());
        log.clear();
    }

    /** Closes the port and all connections, and waits for that unless this is an event loop. Further calls do nothing. */
    @Override
    public void close() {
        server.close();
        files.clear();
    }

    @Override
    public String toString() {
        return "ClaudeSimulator[" + baseUrl() + "]";
    }

    /** Says what a simulator should be like. Every method returns this builder. */
    public static final class Builder {

        int port;
        String host = "127.0.0.1";
        long seed = 42;
        String catalog = "current";
        final Set<String> models = new LinkedHashSet<>();
        final Set<String> apiKeys = new LinkedHashSet<>();
        final Set<String> closedBetas = new LinkedHashSet<>();
        Duration tokenDelay = Duration.ZERO;
        long requestsPerMinute = 10_000;
        long inputTokensPerMinute = 100_000_000;
        long outputTokensPerMinute = 100_000_000;
        int recordedRequests = 1_000;
        Duration batchDuration = Duration.ofMillis(100);
        long maxFileBytes = 500L * 1024 * 1024;
        long fileStorageBytes = 1L << 40;
        boolean keepUploads = true;
        final OAuthOptions oauth = new OAuthOptions();
        final FederationOptions federation = new FederationOptions();
        Clock clock = Clock.systemUTC();
        @Nullable
        Vertx vertx;

        private Builder() {
        }

        /** The port to listen on; 0, the default, takes a free one. */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("A port is a number from 0 to 65535");
            }
            this.port = port;
            return this;
        }

        /** The host name or address to listen on; the default is the loopback address 127.0.0.1. */
        public Builder host(String host) {
            this.host = Objects.requireNonNull(host, "host");
            return this;
        }

        /** What answers and ids depend on besides the request. The default never changes. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Which models exist: {@code current}, the default, or {@code classic}. */
        public Builder catalog(String name) {
            this.catalog = Objects.requireNonNull(name, "name");
            return this;
        }

        /** One more model, to which everything may be sent; can be called again. */
        public Builder model(String id) {
            models.add(Objects.requireNonNull(id, "id"));
            return this;
        }

        /** A key that is accepted; can be called again. Without any, all keys of the form {@code sk-ant-api03-…} are. */
        public Builder apiKey(String key) {
            apiKeys.add(Objects.requireNonNull(key, "key"));
            return this;
        }

        /**
         * A value of {@code anthropic-beta} that the organization has no access to, so that requests with it are refused with
         * the code {@code organization_not_enrolled_in_beta}; can be called again. By default it has access to all.
         */
        public Builder notEnrolledIn(String beta) {
            closedBetas.add(Objects.requireNonNull(beta, "beta"));
            return this;
        }

        /** A pause before every delta of a stream, rounded up to milliseconds; none by default. */
        public Builder tokenDelay(Duration delay) {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("A delay cannot be negative");
            }
            this.tokenDelay = delay;
            return this;
        }

        /** How many messages a key may ask for in a minute, of each class of models; 10,000 by default. */
        public Builder requestsPerMinute(long requests) {
            this.requestsPerMinute = positive(requests);
            return this;
        }

        /** How many input tokens a key may use in a minute, with each class of models; 100 million by default. */
        public Builder inputTokensPerMinute(long tokens) {
            this.inputTokensPerMinute = positive(tokens);
            return this;
        }

        /** How many output tokens a key may use in a minute, with each class of models; 100 million by default. */
        public Builder outputTokensPerMinute(long tokens) {
            this.outputTokensPerMinute = positive(tokens);
            return this;
        }

        /** How many requests are remembered, at most 64 MB of them; 1,000 by default, 0 for none. */
        public Builder recordedRequests(int requests) {
            if (requests < 0) {
                throw new IllegalArgumentException("The number of requests cannot be negative");
            }
            this.recordedRequests = requests;
            return this;
        }

        /**
         * How long a message batch takes, by the simulator's clock; 100 milliseconds by default. Its requests are answered one
         * after the other in that time, which shows when it is canceled; those that take longer than 24 hours expire. A test
         * that wants to decide by itself takes a long time and calls {@link SimulatedBatch#end()}.
         */
        public Builder batchDuration(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("A duration cannot be negative");
            }
            this.batchDuration = duration;
            return this;
        }

        /** How large an uploaded file may be, in bytes; 500 MB by default, like the API's. */
        public Builder maxFileBytes(long bytes) {
            this.maxFileBytes = positive(bytes);
            return this;
        }

        /** How large all files may be together, in bytes; 1 TB by default, like the API's. */
        public Builder fileStorageBytes(long bytes) {
            this.fileStorageBytes = positive(bytes);
            return this;
        }

        /**
         * Whether the contents of uploaded files are kept, in temporary files that are deleted with the simulator; true by
         * default. Otherwise they are only counted, so that {@link SimulatedFile#open()} fails.
         */
        public Builder keepUploads(boolean keep) {
            this.keepUploads = keep;
            return this;
        }

        /** Says how the authorization server behaves; can be called again, and adds to what was said before. */
        public Builder oauth(Consumer<OAuthOptions> options) {
            options.accept(oauth);
            return this;
        }

        /** Says which identity tokens are trusted; can be called again, and adds to what was said before. */
        public Builder federation(Consumer<FederationOptions> options) {
            options.accept(federation);
            return this;
        }

        /** The clock of rate limits, batches, files, caches, tokens and recorded requests; the system's by default. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** The Vert.x instance to run on, which stays open. Without one the simulator has its own and closes it. */
        public Builder vertx(Vertx vertx) {
            this.vertx = Objects.requireNonNull(vertx, "vertx");
            return this;
        }

        /**
         * Starts the simulator and waits until it accepts connections. Not to be called on an event loop.
         *
         * @throws IllegalArgumentException if there is no such catalogue
         * @throws IllegalStateException if the port cannot be opened, or this is an event loop
         */
        public ClaudeSimulator start() {
            return new ClaudeSimulator(this);
        }

        private static long positive(long number) {
            if (number < 1) {
                throw new IllegalArgumentException("A limit must be positive");
            }
            return number;
        }
    }
}

package io.github.quarkusclaude.simulator;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvalidCacheBreakpointsAreRefusedTest {

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void aFifthCacheBreakpoint() throws IOException {
        String block = "{'type':'text','text':'x','cache_control':{'type':'ephemeral'}}";
        assertRefused("{'system':[" + block + "," + block + "],'messages':[{'role':'user','content':[" + block + "," + block
                + "," + block + "]}]}", "messages.0.content.2.cache_control: at most 4");
    }

    @Test
    void aFifthCacheBreakpointWithinAToolResult() throws IOException {
        String block = "{'type':'text','text':'x','cache_control':{'type':'ephemeral'}}";
        assertRefused("{'messages':[{'role':'user','content':[" + block + "," + block + "]},{'role':'assistant','content':"
                + "[{'type':'tool_use','id':'t','name':'n','input':{}}]},{'role':'user','content':[{'type':'tool_result',"
                + "'tool_use_id':'t','content':[" + block + "," + block + "," + block + "]}]}]}",
                "messages.2.content.0.content.2.cache_control: at most 4");
    }

    @Test
    void aCacheBreakpointOnThinking() throws IOException {
        assertRefused("{'messages':[{'role':'user','content':'x'},{'role':'assistant','content':[{'type':'thinking',"
                + "'thinking':'x','signature':'y','cache_control':{'type':'ephemeral'}}]},{'role':'user','content':'x'}]}",
                "messages.1.content.0.cache_control: not allowed on thinking blocks");
    }

    @Test
    void aCacheBreakpointThatOutlivesTheOneBeforeIt() throws IOException {
        assertRefused("{'system':[{'type':'text','text':'x','cache_control':{'type':'ephemeral'}}],'messages':[{'role':'user',"
                + "'content':[{'type':'text','text':'x','cache_control':{'type':'ephemeral','ttl':'1h'}}]}]}",
                "messages.0.content.0.cache_control.ttl: breakpoints with ttl 1h must come before");
    }

    private static void assertRefused(String change, String message) throws IOException {
        new Api(simulator).assertRefused(change, message);
    }
}

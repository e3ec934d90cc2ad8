package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NumericChars;

class ModelRouteTest {

    @Test
    void readsModelsAndClients() {
        assertThat(ModelRoute.parse(" claude-haiku-5-5 ")).isEqualTo(ModelRoute.to("claude-haiku-5-5"));
        assertThat(ModelRoute.parse("via  backup")).isEqualTo(ModelRoute.via("backup"));
        assertThat(ModelRoute.parse("claude-haiku-5-5 via\tbackup"))
                .isEqualTo(new ModelRoute("claude-haiku-5-5", "backup"));
        assertThat(ModelRoute.parse("vertex/claude@20260101:0 via the other one"))
                .isEqualTo(new ModelRoute("vertex/claude@20260101:0", "the other one"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "via", "claude-haiku-5-5 via", "claude haiku", "claude-haiku-5-5 backup",
            "a b via c" })
    void saysWhatItWouldHaveRead(String text) {
        assertThatThrownBy(() -> ModelRoute.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MODEL via CLIENT");
    }

    @Test
    void leadsSomewhere() {
        assertThatThrownBy(() -> new ModelRoute(null, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void isReadAsItIsWritten(@ForAll @NotBlank @AlphaChars @NumericChars @Chars({ '-', '.', '/', ':', '@' }) String model,
            @ForAll @NotBlank @AlphaChars String client) {
        for (ModelRoute route : new ModelRoute[] { ModelRoute.to(model + "-1"), ModelRoute.via(client + "1"),
                new ModelRoute(model + "-1", client + "1") }) {
            assertThat(ModelRoute.parse(route.toString())).isEqualTo(route);
        }
    }
}

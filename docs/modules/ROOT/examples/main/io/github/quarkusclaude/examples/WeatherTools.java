package io.github.quarkusclaude.examples;

import java.util.Optional;

import io.github.quarkusclaude.schema.Description;
import io.github.quarkusclaude.tool.ClaudeTool;
import io.smallrye.mutiny.Uni;

/** Tools of a bean. */
// tag::bean[]
public class WeatherTools { // <1>

    record Forecast(String city, @Description("In °C") int degrees, String sky) {
    }

    @ClaudeTool("The weather of a city, today or on one of the next seven days") // <2>
    Forecast forecast(@Description("The English name of the city") String city, // <3>
            @Description("Days from today, 0 to 7") Optional<Integer> days) { // <4>
        return new Forecast(city, 12 + days.orElse(0), "rain"); // <5>
    }

    @ClaudeTool(value = "The temperature of a lake", name = "lake_temperature", strict = true) // <6>
    Uni<String> lake(String lake) { // <7>
        return Uni.createFrom().item("The " + lake + " has 18 °C");
    }
}
// end::bean[]

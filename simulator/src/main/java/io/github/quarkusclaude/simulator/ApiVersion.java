package io.github.quarkusclaude.simulator;

import org.jspecify.annotations.Nullable;

/** The values of the {@code anthropic-version} header that the API knows, in the order of their release. */
enum ApiVersion {

    V2023_06_01("2023-06-01"),
    V2026_10_21("2026-10-21");

    private final String wireName;

    ApiVersion(String wireName) {
        this.wireName = wireName;
    }

    static ApiVersion of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ApiException(ApiError.invalid("anthropic-version: header is required"));
        }
        for (ApiVersion version : values()) {
            if (version.wireName.equals(header)) {
                return version;
            }
        }
        throw new ApiException(ApiError.invalid("anthropic-version: \"" + header + "\" is not a valid version"));
    }

    boolean isAtLeast(ApiVersion other) {
        return compareTo(other) >= 0;
    }
}

package io.github.quarkusclaude.transport.download;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tells addresses of the public Internet from those that lead to this machine, its network, or the cloud it runs in.
 * The ranges are those of the IANA registries of special-purpose addresses.
 */
final class PublicAddresses {

    private static final List<AddressRange> SPECIAL_IPV4 = List.of(
            AddressRange.of("0.0.0.0/8", "an address of this machine"),
            AddressRange.of("10.0.0.0/8", "a private address"),
            AddressRange.of("100.64.0.0/10", "an address within a provider's network"),
            AddressRange.of("127.0.0.0/8", "a loopback address"),
            AddressRange.of("168.63.129.16/32", "an address of the cloud's own services"),
            AddressRange.of("169.254.0.0/16", "a link-local address"),
            AddressRange.of("172.16.0.0/12", "a private address"),
            AddressRange.of("192.0.0.0/24", "a reserved address"),
            AddressRange.of("192.0.2.0/24", "a reserved address"),
            AddressRange.of("192.88.99.0/24", "a reserved address"),
            AddressRange.of("192.168.0.0/16", "a private address"),
            AddressRange.of("198.18.0.0/15", "a reserved address"),
            AddressRange.of("198.51.100.0/24", "a reserved address"),
            AddressRange.of("203.0.113.0/24", "a reserved address"),
            AddressRange.of("224.0.0.0/4", "a multicast address"),
            AddressRange.of("240.0.0.0/4", "a reserved address"));

    /** The only IPv6 addresses given out so far, and what of them is not public either. */
    private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3", "a public address");

    private static final List<AddressRange> SPECIAL_IPV6 = List.of(
            AddressRange.of("2001::/23", "a reserved address"),
            AddressRange.of("2001:db8::/32", "a reserved address"),
            AddressRange.of("2002::/16", "an address that leads through a tunnel"),
            AddressRange.of("3fff::/20", "a reserved address"));

    /** Where there is only IPv6, IPv4 addresses are reached through these two. */
    private static final AddressRange TRANSLATED_IPV4 = AddressRange.of("64:ff9b::/96", "a translated address");
    private static final AddressRange MAPPED_IPV4 = new AddressRange(
            new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0 }, 96, "a mapped address");

    private PublicAddresses() {
    }

    /** What an address is if it is not public, for example {@code a private address}; nothing if it is public. */
    static @Nullable String objection(byte[] address) {
        if (address.length == 4) {
            return first(SPECIAL_IPV4, address);
        }
        if (TRANSLATED_IPV4.contains(address) || MAPPED_IPV4.contains(address)) {
            return first(SPECIAL_IPV4, Arrays.copyOfRange(address, 12, 16));
        }
        return GLOBAL_IPV6.contains(address) ? first(SPECIAL_IPV6, address) : "not a public address";
    }

    private static @Nullable String first(List<AddressRange> ranges, byte[] address) {
        return ranges.stream().filter(range -> range.contains(address)).map(AddressRange::description).findFirst()
                .orElse(null);
    }
}

package io.github.quarkusclaude.transport.download;

import java.util.Arrays;

/**
 * A range of IP addresses.
 *
 * @param prefix the bytes all addresses of the range begin with, as many as an address has
 * @param bits how many bits of the prefix count
 * @param description what the addresses are, for people
 */
record AddressRange(byte[] prefix, int bits, String description) {

    /** A range in the usual notation, such as {@code 10.0.0.0/8} or {@code fe80::/10}. */
    static AddressRange of(String range, String description) {
        String[] parts = range.split("/");
        byte[] prefix = parts[0].contains(":") ? ipv6(parts[0]) : ipv4(parts[0]);
        return new AddressRange(prefix, Integer.parseInt(parts[1]), description);
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || (address[whole] ^ prefix[whole]) >> 8 - rest == 0;
    }

    private static byte[] ipv4(String text) {
        byte[] address = new byte[4];
        String[] numbers = text.split("\\.");
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return address;
    }

    /** Of the abbreviations only {@code ::} at the end is understood. */
    private static byte[] ipv6(String text) {
        byte[] address = new byte[16];
        String[] groups = text.substring(0, text.indexOf("::")).split(":");
        for (int i = 0; i < groups.length && !groups[i].isEmpty(); i++) {
            int group = Integer.parseInt(groups[i], 16);
            address[2 * i] = (byte) (group >> 8);
            address[2 * i + 1] = (byte) group;
        }
        return address;
    }
}

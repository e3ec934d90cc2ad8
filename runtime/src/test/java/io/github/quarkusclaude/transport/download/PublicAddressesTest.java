package io.github.quarkusclaude.transport.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = { "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.0",
            "192.167.255.255", "192.169.0.0", "223.255.255.255", "169.253.0.1", "168.63.129.15", "2606:4700::1111",
            "2a00:1450:4001::1", "64:ff9b::808:808" })
    void thePublicInternetIsAllowed(String address) throws UnknownHostException {
        assertThat(PublicAddresses.objection(InetAddress.getByName(address).getAddress())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.0.0.0", "127.0.0.1", "127.255.255.255", "2130706433", "10.0.0.1", "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "100.127.255.255", "192.0.0.192",
            "168.63.129.16", "192.0.2.1", "198.18.0.1", "198.19.255.255", "224.0.0.1", "239.255.255.255", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "fc00::1", "fd00:ec2::254", "fe80::1", "febf::1",
            "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "2002:808:808::", "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "3fff::1", "4000::1", "100::1" })
    void everythingElseIsNot(String address) throws UnknownHostException {
        assertThat(PublicAddresses.objection(InetAddress.getByName(address).getAddress())).isNotNull();
    }

    @Property
    void noIpv4AddressThatTheJdkKnowsToBeSpecialIsPublic(@ForAll @Size(4) byte[] address) throws UnknownHostException {
        if (isSpecial(InetAddress.getByAddress(address))) {
            assertThat(PublicAddresses.objection(address)).isNotNull();
        }
    }

    @Property
    void noIpv6AddressThatTheJdkKnowsToBeSpecialIsPublic(@ForAll("ipv6") byte[] address) throws UnknownHostException {
        InetAddress known = InetAddress.getByAddress(address);
        if (isSpecial(known)) {
            assertThat(PublicAddresses.objection(address)).isNotNull();
        }
        if (PublicAddresses.objection(address) == null && known.getAddress().length == 16) {
            assertThat((address[0] & 0xe0) == 0x20 || address[1] == 0x64).isTrue();
        }
    }

    @Property
    void anAddressWithinAnotherIsJudgedLikeItself(@ForAll @Size(4) byte[] address) {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = -1;
        System.arraycopy(address, 0, mapped, 12, 4);
        byte[] translated = new byte[16];
        translated[1] = 0x64;
        translated[2] = (byte) 0xff;
        translated[3] = (byte) 0x9b;
        System.arraycopy(address, 0, translated, 12, 4);

        assertThat(PublicAddresses.objection(mapped)).isEqualTo(PublicAddresses.objection(address));
        assertThat(PublicAddresses.objection(translated)).isEqualTo(PublicAddresses.objection(address));
    }

    private static boolean isSpecial(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || address.isMulticastAddress() || address.isAnyLocalAddress();
    }

    /** Random ones, and with each of the beginnings that mean something. */
    @Provide
    Arbitrary<byte[]> ipv6() {
        Arbitrary<byte[]> random = Arbitraries.bytes().array(byte[].class).ofSize(16);
        Arbitrary<byte[]> special = Arbitraries.of(0, 0x20, 0x3f, 0xfc, 0xfd, 0xfe, 0xff)
                .flatMap(first -> random.map(address -> {
                    byte[] changed = Arrays.copyOf(address, 16);
                    changed[0] = first.byteValue();
                    return changed;
                }));
        return Arbitraries.oneOf(random, special, Arbitraries.bytes().map(last -> {
            byte[] almostZero = new byte[16];
            almostZero[15] = last;
            return almostZero;
        }));
    }
}

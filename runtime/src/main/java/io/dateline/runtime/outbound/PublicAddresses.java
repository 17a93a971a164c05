package io.dateline.runtime.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells public addresses from all others: the IANA special-purpose registries of IPv4 and IPv6, and
 * every IPv6 form that carries an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo,
 * ISATAP).
 */
public final class PublicAddresses {

  private static final List<Block> BLOCKED_4 =
      List.of(
          Block.v4(0, 0, 0, 0, 8), // this network
          Block.v4(10, 0, 0, 0, 8), // private
          Block.v4(100, 64, 0, 0, 10), // carrier-grade NAT
          Block.v4(127, 0, 0, 0, 8), // loopback
          Block.v4(169, 254, 0, 0, 16), // link-local and cloud metadata
          Block.v4(172, 16, 0, 0, 12), // private
          Block.v4(192, 0, 0, 0, 24), // protocol assignments
          Block.v4(192, 0, 2, 0, 24), // documentation
          Block.v4(192, 31, 196, 0, 24), // AS112
          Block.v4(192, 52, 193, 0, 24), // AMT
          Block.v4(192, 88, 99, 0, 24), // 6to4 relay
          Block.v4(192, 168, 0, 0, 16), // private
          Block.v4(192, 175, 48, 0, 24), // AS112
          Block.v4(198, 18, 0, 0, 15), // benchmarks
          Block.v4(198, 51, 100, 0, 24), // documentation
          Block.v4(203, 0, 113, 0, 24), // documentation
          Block.v4(224, 0, 0, 0, 4), // multicast
          Block.v4(240, 0, 0, 0, 4), // reserved, broadcast
          Block.v4(168, 63, 129, 16, 32)); // a cloud's metadata service

  /** The only IPv6 space given out: 2000::/3, less what is special inside it. */
  private static final Block GLOBAL_6 = Block.v6(0x2000, 0, 3);

  private static final List<Block> BLOCKED_6 =
      List.of(
          Block.v6(0x2001, 0x0000, 23), // protocol assignments, Teredo, ORCHID
          Block.v6(0x2001, 0x0db8, 32), // documentation
          Block.v6(0x2002, 0, 16), // 6to4
          Block.v6(0x2620, 0x004f, 32), // AS112 lies here
          Block.v6(0x3fff, 0, 20)); // documentation

  private PublicAddresses() {}

  /** Whether an address is one that anybody on the internet may be reached at. */
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return BLOCKED_4.stream().noneMatch(b -> b.contains(bytes));
    }
    if (isIsatap(bytes)) {
      return false;
    }
    return GLOBAL_6.contains(bytes) && BLOCKED_6.stream().noneMatch(b -> b.contains(bytes));
  }

  /** ::0:5efe:a.b.c.d in the interface part: a tunnel to an IPv4 address. */
  private static boolean isIsatap(byte[] b) {
    return (b[8] & 0xFD) == 0 && b[9] == 0 && (b[10] & 0xFF) == 0x5E && (b[11] & 0xFF) == 0xFE;
  }

  private record Block(byte[] prefix, int bits) {

    static Block v4(int a, int b, int c, int d, int bits) {
      return new Block(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, bits);
    }

    static Block v6(int first, int second, int bits) {
      byte[] prefix = new byte[16];
      prefix[0] = (byte) (first >> 8);
      prefix[1] = (byte) first;
      prefix[2] = (byte) (second >> 8);
      prefix[3] = (byte) second;
      return new Block(prefix, bits);
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit += 8) {
        int mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit)) & 0xFF;
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}

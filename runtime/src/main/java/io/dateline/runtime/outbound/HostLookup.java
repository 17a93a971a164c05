package io.dateline.runtime.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names to addresses. Tests put their own in its place. */
@FunctionalInterface
public interface HostLookup {

  /** The system's resolver. */
  HostLookup SYSTEM = InetAddress::getAllByName;

  /**
   * All addresses of a host.
   *
   * @throws UnknownHostException when there are none
   */
  InetAddress[] resolve(String host) throws UnknownHostException;
}

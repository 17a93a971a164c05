package io.dateline.runtime;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * One service as a process of its own: settings with all their mistakes, platform, status server,
 * the service, an orderly stop, an exit code. The mains of all services are this and nothing else.
 *
 * @param <S> the service's settings
 */
public final class ServiceProcess<S> {

  /** Exit code of an orderly end. */
  public static final int EXIT_FINE = 0;

  /** Exit code when the service ended by a failure that does not heal. */
  public static final int EXIT_DIED = 1;

  /** Exit code when settings are wrong, or something outside keeps it from starting. */
  public static final int EXIT_CANNOT_START = 2;

  /**
   * Starts a service.
   *
   * @param <S> its settings
   */
  @FunctionalInterface
  public interface Start<S> {

    /**
     * Starts.
     *
     * @param onDeath to be called, on any thread, when the service ended by a failure
     * @throws CannotStartException naming what is in the way
     */
    AutoCloseable start(S settings, Platform platform, Runnable onDeath)
        throws InterruptedException;
  }

  private record StatusAddress(String host, int port) {}

  private final String name;
  private final Function<SettingsReader, S> settings;
  private final Start<S> start;
  private final OptionalInt statusPort;

  private ServiceProcess(
      String name, Function<SettingsReader, S> settings, Start<S> start, OptionalInt statusPort) {
    this.name = name;
    this.settings = settings;
    this.start = start;
    this.statusPort = statusPort;
  }

  /** A service that answers /livez, /readyz and /metrics on its own port. */
  public static <S> ServiceProcess<S> of(
      String name, Function<SettingsReader, S> settings, Start<S> start) {
    return new ServiceProcess<>(name, settings, start, OptionalInt.empty());
  }

  /** The same with a status server, on this port unless STATUS_PORT is set. */
  public ServiceProcess<S> withStatus(int usualPort) {
    return new ServiceProcess<>(name, settings, start, OptionalInt.of(usualPort));
  }

  /** Starts from these variables, runs until told to stop, and gives the exit code. */
  public int run(Map<String, String> env) throws InterruptedException {
    try (Shutdown shutdown = Shutdown.onExit()) {
      SettingsReader reader = new SettingsReader(env);
      S own = settings.apply(reader);
      StatusAddress status = statusAddress(reader);
      reader.check();
      Platform platform = Platform.create();
      platform.health().starting();
      if (statusPort.isPresent()) {
        shutdown.add("status", StatusServer.start(status.host(), status.port(), platform));
      }
      AtomicBoolean died = new AtomicBoolean();
      Runnable onDeath =
          () -> {
            died.set(true);
            shutdown.close();
          };
      shutdown.add(name, start.start(own, platform, onDeath));
      platform.health().started();
      shutdown.await();
      return died.get() ? EXIT_DIED : EXIT_FINE;
    } catch (SettingsException | CannotStartException e) {
      System.err.println(name + ": " + e.getMessage());
      return EXIT_CANNOT_START;
    }
  }

  private StatusAddress statusAddress(SettingsReader reader) {
    int usual = statusPort.orElse(0);
    return new StatusAddress(
        reader.text("STATUS_HOST", "127.0.0.1"), reader.integer("STATUS_PORT", usual, 0, 65_535));
  }
}

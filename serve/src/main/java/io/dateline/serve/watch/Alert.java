package io.dateline.serve.watch;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Where the hits of a watch are sent. */
public sealed interface Alert {

  /** Most alerts of a watch. */
  int MAX_ALERTS = 10;

  /** Most receivers of an e-mail. */
  int MAX_RECEIVERS = 20;

  /** Longest address, in UTF-16 units. */
  int MAX_ADDRESS_CHARS = 2_000;

  /** Names it within its watch: 1 to 32 letters, digits and hyphens. */
  String id();

  /** Whether nothing is sent: its receiver answered 410 Gone, or somebody switched it off. */
  boolean disabled();

  /** The same, switched off. */
  Alert off();

  /**
   * A signed POST for each hit (Standard Webhooks).
   *
   * @param id names it within its watch
   * @param url where to
   * @param secret signs
   * @param disabled true sends nothing
   */
  record Webhook(String id, URI url, WebhookSecret secret, boolean disabled) implements Alert {

    /** Checks the id. */
    public Webhook {
      checkId(id);
    }

    @Override
    public Alert off() {
      return new Webhook(id, url, secret, true);
    }
  }

  /**
   * A message for each hit, or one for all hits of a time.
   *
   * @param id names it within its watch
   * @param to 1 to {@value Alert#MAX_RECEIVERS} addresses
   * @param rhythm how often
   * @param disabled true sends nothing
   */
  record Email(String id, List<String> to, Rhythm rhythm, boolean disabled) implements Alert {

    /** Checks id and addresses. */
    public Email {
      checkId(id);
      to = List.copyOf(to);
      if (to.isEmpty() || to.size() > MAX_RECEIVERS) {
        throw new IllegalArgumentException("1 to " + MAX_RECEIVERS + " addresses in to");
      }
    }

    @Override
    public Alert off() {
      return new Email(id, to, rhythm, true);
    }
  }

  /** How often a message is sent. */
  enum Rhythm {
    /** For each hit. */
    INSTANT,
    /** At the full hour. */
    HOURLY,
    /** Once a day. */
    DAILY
  }

  private static void checkId(String id) {
    if (!Ids.FORM.matcher(id).matches()) {
      throw new IllegalArgumentException("an alert's id is of the form " + Ids.FORM);
    }
  }

  /** The form of ids. */
  final class Ids {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,32}");

    private Ids() {}
  }
}

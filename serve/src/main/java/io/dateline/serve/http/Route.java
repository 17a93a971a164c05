package io.dateline.serve.http;

import java.io.IOException;
import java.sql.SQLException;

/** Answers the requests of one method and path. */
@FunctionalInterface
public interface Route {

  /**
   * Answers.
   *
   * @throws ProblemException to answer with a problem
   * @throws SQLException when the store does not answer; becomes 503
   * @throws IOException when the client is gone
   */
  void answer(Exchange exchange) throws IOException, SQLException, InterruptedException;
}

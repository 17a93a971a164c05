package io.dateline.serve;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one line for the whole run. */
public final class LineExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ServedLine.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(
            ServedLine.class,
            type -> {
              try {
                return ServedLine.start();
              } catch (Exception e) {
                throw new IllegalStateException("the line did not start", e);
              }
            },
            ServedLine.class);
  }
}

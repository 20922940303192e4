package org.toret.app.cli;

import java.util.List;

/// A command line that cannot be understood; the outermost ring prints it and ends with code 2.
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> args;

  /// @param code of the text in the message files
  public UsageException(String code, Object... args) {
    super(code);
    this.code = code;
    this.args = List.of(args);
  }

  public String text(Terminal terminal) {
    return terminal.text(code, args.toArray());
  }
}

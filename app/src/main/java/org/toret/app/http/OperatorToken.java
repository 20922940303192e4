package org.toret.app.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;

/// What operators show to be let in: given in `TORET_OPERATOR_TOKEN`, else made up once and kept in
/// the state folder, readable for its owner only.
///
/// @param file where it can be read, absent when it was given
public record OperatorToken(String value, Optional<Path> file) {

  private static final int BYTES = 24;

  private static final String BEARER = "Bearer ";

  /// Throws a [ProblemException] when the header of a request does not show the token.
  void require(@Nullable String authorization) {
    boolean bears = authorization != null && authorization.startsWith(BEARER);
    String given =
        bears && authorization != null ? authorization.substring(BEARER.length()).strip() : "";
    byte[] wanted = value.getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8))) {
      throw new ProblemException(Problem.of("token_missing", 401));
    }
  }

  /// The token of a state folder.
  public static OperatorToken of(Map<String, String> environment, Path state) throws IOException {
    String given = environment.getOrDefault("TORET_OPERATOR_TOKEN", "").strip();
    if (!given.isEmpty()) {
      return new OperatorToken(given, Optional.empty());
    }
    Path file = state.resolve("operator-token");
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Files.createDirectories(state);
      Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
    return new OperatorToken(Files.readString(file).strip(), Optional.of(file));
  }
}

package org.toret.app.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import org.toret.feeds.gtfsrt.RealtimeReader;

/// Gets what an address says now, unless it is what it said before (`ETag`, `Last-Modified`).
/// Packed answers (`gzip`) are unpacked up to the same limit.
final class Fetch {

  private static final int NOT_MODIFIED = 304;
  private static final int OK = 200;

  private final HttpClient client;
  private final Terms terms;
  private String tag = "";
  private String modified = "";

  /// How long one waits for an answer and for its end, and how large it may be.
  record Terms(Duration patience, int bytes) {

    static final Terms STANDARD =
        new Terms(Duration.ofSeconds(30), RealtimeReader.Limits.STANDARD.bytes());
  }

  /// Why there is no answer.
  static final class Failure extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String detail;

    Failure(String code, String detail) {
      super(code + " " + detail);
      this.code = code;
      this.detail = detail;
    }

    /// Code of the notice.
    String code() {
      return code;
    }

    String detail() {
      return detail;
    }
  }

  Fetch(HttpClient client, Terms terms) {
    this.client = client;
    this.terms = terms;
  }

  /// For another address, in the same way.
  Fetch alike() {
    return new Fetch(client, terms);
  }

  /// The new bytes, empty where nothing has changed.
  Optional<byte[]> ask(URI address) throws Failure, InterruptedException {
    try {
      return read(address);
    } catch (HttpTimeoutException e) {
      throw new Failure("live_slow", seconds());
    } catch (ConnectException e) {
      boolean unknown = isOfUnknownHost(e);
      String host = address.getAuthority();
      throw new Failure(unknown ? "live_unknown_host" : "live_refused", host);
    } catch (IOException | IllegalArgumentException e) {
      String why = e.getMessage();
      throw new Failure("live_unreachable", why == null ? e.getClass().getSimpleName() : why);
    }
  }

  /// Clients hide it several causes deep.
  private static boolean isOfUnknownHost(Throwable fault) {
    boolean here =
        fault instanceof UnresolvedAddressException || fault instanceof UnknownHostException;
    Throwable cause = fault.getCause();
    return here || cause != null && cause != fault && isOfUnknownHost(cause);
  }

  private Optional<byte[]> read(URI address) throws IOException, Failure, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(terms.patience())
            .header("Accept-Encoding", "gzip")
            .GET();
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    if (!modified.isEmpty()) {
      request.header("If-Modified-Since", modified);
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == NOT_MODIFIED) {
        return Optional.empty();
      }
      if (response.statusCode() != OK) {
        throw new Failure("live_status", Integer.toString(response.statusCode()));
      }
      boolean packed =
          response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
      byte[] bytes = Hurry.read(body, packed, terms.bytes(), terms.patience());
      tag = response.headers().firstValue("ETag").orElse("");
      modified = response.headers().firstValue("Last-Modified").orElse("");
      return Optional.of(bytes);
    } catch (Hurry.NoEndException e) {
      throw new Failure("live_slow", seconds());
    } catch (Hurry.TooLargeException e) {
      throw new Failure("live_too_large", Integer.toString(terms.bytes() >> 20));
    }
  }

  private String seconds() {
    return Long.toString(Math.max(1, terms.patience().toSeconds()));
  }
}

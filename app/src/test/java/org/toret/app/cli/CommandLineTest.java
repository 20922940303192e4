package org.toret.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

  private final TestTerminal english = new TestTerminal(Locale.ENGLISH);
  private final TestTerminal italian = new TestTerminal(Locale.ITALIAN);

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(english.run("fly")).isEqualTo(2);
    assertThat(english.err()).contains("Unknown command: fly");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(italian.run("run", "--wings")).isEqualTo(2);
    assertThat(italian.err()).contains("Opzione sconosciuta: --wings");
  }

  @Test
  void aPortMustBeANumberInRange() {
    assertThat(english.run("run", "--port", "70000")).isEqualTo(2);
    assertThat(english.err()).contains("--port").contains("65535").contains("70000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "test", "check", "build", "plan", "simulate", "bench", "help"})
  void everyCommandHasHelpInBothLanguages(String command) {
    assertThat(english.run("help", command)).isZero();
    assertThat(italian.run("help", command)).isZero();
    assertThat(english.out()).startsWith("./toret " + command);
    assertThat(italian.out()).startsWith("./toret " + command);
  }

  @Test
  void theLanguageIsThatOfTheEnvironment() {
    assertThat(Terminal.locale(Map.of("LANG", "it_IT.UTF-8"))).isEqualTo(Locale.ITALIAN);
    assertThat(Terminal.locale(Map.of("LANG", "it_IT.UTF-8", "LC_ALL", "C")))
        .isEqualTo(Locale.ENGLISH);
  }
}

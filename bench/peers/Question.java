import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// A question of a published set: from where to where, leaving at what local time.
record Question(
    String name, double fromLat, double fromLon, double toLat, double toLon, LocalDateTime at) {

  /// The first questions of a set that ask for a departure on its first day, or on another.
  ///
  /// @param day `-` for the first day of the set
  static List<Question> read(Path file, int most, String day) throws IOException {
    List<Question> questions = new ArrayList<>();
    LocalDate first = null;
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",");
      if (line.startsWith("#") || cells.length != 7 || !cells[6].equals("depart")) {
        continue;
      }
      LocalDateTime at = LocalDateTime.parse(cells[5]);
      first = first == null ? at.toLocalDate() : first;
      if (!at.toLocalDate().equals(first) || questions.size() == most) {
        continue;
      }
      LocalDate asked = day.equals("-") ? first : LocalDate.parse(day);
      questions.add(
          new Question(
              cells[0],
              Double.parseDouble(cells[1]),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              asked.atTime(at.toLocalTime())));
    }
    return questions;
  }
}

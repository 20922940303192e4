package org.toret.router.fare;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Rule tables laid at random over a [FareTown] of [RandomFaresTest], and what its people bring
/// along.
final class RandomTerms {

  private RandomTerms() {}

  /// Half of them with terms: rides in a network, the end of the service day at eight, a pass,
  /// tables of prices.
  static FareEngine engine(FareTown town, Random random) {
    if (random.nextBoolean()) {
      return town.engine();
    }
    int network = random.nextInt(3);
    List<String> rows = new ArrayList<>();
    for (int product = 0; product < 5; product++) {
      String name = "p" + product;
      switch (random.nextInt(6)) {
        case 0 -> {}
        case 1 -> rows.add(name + ",t," + name + ",,,08:00");
        default -> rows.add(name + ",t," + name + "," + network + "," + (1 + product / 4) + ",");
      }
    }
    return tables(random)
        .table("fare-term", "feed,product,network,rides,dayEnds", rows.toArray(String[]::new))
        .table(
            "fare-pass",
            "feed,product,name,on,network,area,stops,period",
            "pass,t,p4,Pass,," + random.nextInt(3) + ",,,month")
        .table("fare-carnet", "feed,product,of,rides", "c,t,p" + random.nextInt(5) + ",p1,2")
        .table(
            "fare-cap",
            "feed,products,medium,rider,period,dayEnds,cents,name",
            random.nextBoolean() ? caps(random) : new String[0])
        .over(town)
        .on(FareTown.DAY);
  }

  /// A day that ends at half past seven and a week.
  private static String[] caps(Random random) {
    String products = random.nextInt(3) == 0 ? "" : "p" + random.nextInt(2) + " p2 p3";
    int cents = 100 + 10 * random.nextInt(30);
    return new String[] {
      "d,t,%s,,,day,07:30,%d,".formatted(products, cents),
      "w,t,%s,,,week,07:30,%d,".formatted(products, 2 * cents),
      "e,t,p4,,,day,07:30,%d,".formatted(cents / 2)
    };
  }

  /// Half of them with prices by distance, stops and pairs of stations; all lines go through all
  /// stops, and one of them with fewer calls.
  private static FareTables tables(Random random) {
    FareTables tables = new FareTables();
    for (int route = 0; route < 3; route++) {
      StringBuilder line = new StringBuilder().append(route);
      for (int stop = 0; stop < 10; stop++) {
        line.append(' ').append((char) ('A' + stop)).append((1 + route) * stop);
      }
      tables.line(line.toString());
      tables.line(route + " A0 B" + (1 + random.nextInt(4)) + " D9 E12");
    }
    if (random.nextBoolean()) {
      return tables;
    }
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 1 + random.nextInt(4); row++) {
      String network = random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(3));
      String what =
          switch (random.nextInt(3)) {
            case 0 -> ",,,1,3,";
            case 1 -> ",,,,," + (1 + random.nextInt(2));
            default -> "A C,B D F,both,,,";
          };
      String paid =
          random.nextInt(3) == 0
              ? "p" + random.nextInt(5) + ",,"
              : ",," + (10 + random.nextInt(30) * 10);
      rows.add("r" + row + ",t," + network + "," + what + "," + paid + "," + random.nextInt(2));
    }
    return tables.table(
        "fare-table",
        "feed,network,from,to,ways,overKm,toKm,stops,product,group,cents,priority",
        rows.toArray(String[]::new));
  }

  static FareOptions options(Random random) {
    FareOptions options = FareOptions.ordinary();
    if (random.nextInt(4) != 0) {
      return options;
    }
    if (random.nextBoolean()) {
      options =
          options.withSpent(List.of(new FareOptions.Spent("t", "d", 50, FareTown.at("06:00"))));
    }
    if (random.nextBoolean()) {
      options = options.withCarnets();
    }
    return options.withHolds(holds(random, 1 + random.nextInt(2)));
  }

  /// Tickets not used yet, begun long ago, shortly before and in between.
  static List<HeldProduct> holds(Random random, int count) {
    List<HeldProduct> holds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String from = List.of("03:00", "05:30", "05:50", "06:40").get(random.nextInt(4));
      long since = random.nextInt(3) == 0 ? HeldProduct.UNUSED : FareTown.at(from);
      holds.add(new HeldProduct("t", "p" + random.nextInt(5), since));
    }
    return holds;
  }
}

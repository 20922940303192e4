package org.toret.router.taxi;

import org.toret.router.fare.FareResult;

/// Whether a taxi to public transport, or from it, is worth the change. A taxi all the way is
/// nearly always sooner and always more comfortable; so what is joined must be worth it:
///
/// - *The ride it is joined to carries at least as far as the taxi drives.* Nobody drives across
///   town for one stop by metro and goes on by bus.
/// - *It saves money*: the taxi costs at most half of one all the way, and at least five euros
///   (units of the tariff) less. Where one of the prices is not known as a whole, kilometres stand
///   for it: it drives at most half of the way, and at least three kilometres less.
public final class TaxiWorth {

  /// Of the price of a taxi all the way.
  static final double MOST_SHARE = 0.5;

  static final int LEAST_SAVED_CENTS = 500;

  /// About what five euros pay for.
  static final int LEAST_SAVED_METRES = 3000;

  private TaxiWorth() {}

  /// A drive by taxi.
  ///
  /// @param price for all who travel
  public record Drive(int metres, FareResult price) {}

  /// Whether the vehicle beside a taxi carries far enough, which is all that is asked where nobody
  /// can be driven all the way.
  public static boolean isCarriedFar(Drive taxi, int nextMetres) {
    return taxi.metres() <= nextMetres;
  }

  /// Whether a taxi is worth it.
  ///
  /// @param nextMetres carried by the vehicle beside it
  public static boolean isWorth(Drive taxi, int nextMetres, Drive allTheWay) {
    return isCarriedFar(taxi, nextMetres) && saves(taxi, allTheWay);
  }

  private static boolean saves(Drive taxi, Drive allTheWay) {
    if (taxi.price().known() && allTheWay.price().known()) {
      int most = allTheWay.price().cents();
      return isLess(taxi.price().cents(), most, LEAST_SAVED_CENTS);
    }
    return isLess(taxi.metres(), allTheWay.metres(), LEAST_SAVED_METRES);
  }

  private static boolean isLess(int part, int whole, int least) {
    return part <= MOST_SHARE * whole && whole - part >= least;
  }
}

/// The ground floor: units, notices, outcomes, primitive columns, geometry, dated rules and impact.
///
/// ```
///   notice   outcome   columns   geo   calendar   xml   rules ◄── impact
/// ```
@org.jspecify.annotations.NullMarked
module org.toret.base {
  requires transitive org.jspecify;
  requires java.xml;

  exports org.toret.base.calendar;
  exports org.toret.base.columns;
  exports org.toret.base.geo;
  exports org.toret.base.notice;
  exports org.toret.base.impact;
  exports org.toret.base.outcome;
  exports org.toret.base.progress;
  exports org.toret.base.rules;
  exports org.toret.base.xml;
}

package org.toret.network.sharing;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The types of shared vehicles of all systems, one row each, those of a system together.
///
/// @param systems index into [SharingSystems]
/// @param ids `vehicle_type_id`, unique inside the system only
/// @param forms ordinals of [FormFactor]
/// @param propulsions ordinals of [Propulsion]
/// @param maxRangeMetres with a full battery or tank, [#NO_RANGE] where none is stated
/// @param plans the plan that holds unless the vehicle names another; index into [PricingPlans], -1
///   where none can be told
/// @param returns ordinals of [ReturnConstraint]
/// @param seats how many people it holds, whoever drives among them; 0 where nothing is stated
public record VehicleTypes(
    int[] systems,
    TextColumn ids,
    TextColumn names,
    byte[] forms,
    byte[] propulsions,
    int[] maxRangeMetres,
    int[] plans,
    byte[] returns,
    byte[] seats) {

  /// No limit is stated.
  public static final int NO_RANGE = Integer.MAX_VALUE;

  public int count() {
    return systems.length;
  }

  public FormFactor form(int type) {
    return FormFactor.of(forms[type]);
  }

  public Propulsion propulsion(int type) {
    return Propulsion.of(propulsions[type]);
  }

  public ReturnConstraint returns(int type) {
    return ReturnConstraint.of(returns[type]);
  }

  /// Whether a party is known not to fit in. What one rides alone holds one of them.
  public boolean isTooSmall(int type, int persons) {
    return form(type) == FormFactor.CAR && seats[type] > 0 && seats[type] < persons;
  }

  /// A type of a system by its id, -1 where there is none.
  public int find(int system, String id) {
    for (int type = 0; type < count(); type++) {
      if (systems[type] == system && ids.get(type).equals(id)) {
        return type;
      }
    }
    return -1;
  }

  void write(ImageWriter image) {
    image
        .ints("sharing.type.system", systems)
        .texts("sharing.type.id", ids)
        .texts("sharing.type.name", names)
        .bytes("sharing.type.form", forms)
        .bytes("sharing.type.propulsion", propulsions)
        .ints("sharing.type.range", maxRangeMetres)
        .ints("sharing.type.plan", plans)
        .bytes("sharing.type.return", returns)
        .bytes("sharing.type.seats", seats);
  }

  static VehicleTypes read(ImageFile image) {
    return new VehicleTypes(
        image.ints("sharing.type.system"),
        image.texts("sharing.type.id"),
        image.texts("sharing.type.name"),
        image.bytes("sharing.type.form"),
        image.bytes("sharing.type.propulsion"),
        image.ints("sharing.type.range"),
        image.ints("sharing.type.plan"),
        image.bytes("sharing.type.return"),
        image.bytes("sharing.type.seats"));
  }
}

/// The XML files of 5T, the traffic centre of Turin and Piedmont: car parks (`traffic_data` with
/// `PK_data`), traffic (with `FDT_data`) and zones of limited traffic (`access_control_info`).
@org.jspecify.annotations.NullMarked
package org.toret.feeds.fivet;
